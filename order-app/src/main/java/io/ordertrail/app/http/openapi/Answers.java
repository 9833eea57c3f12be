package io.ordertrail.app.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/**
 * Tells the API description of each success that an endpoint may answer, where there are several. Each has an ETag, and
 * each but 200 a Location.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    HttpStatus[] value();
}
