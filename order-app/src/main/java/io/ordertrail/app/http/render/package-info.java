/** Connects the front door to Spring MVC and Tomcat, and turns every failure into a problem. */
@NullMarked
package io.ordertrail.app.http.render;

import org.jspecify.annotations.NullMarked;
