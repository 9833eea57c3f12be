package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows of docs/explanation/architecture.md, held. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.ordertrail.api",
                    "io.ordertrail.model",
                    "io.ordertrail.axon",
                    "io.ordertrail.command",
                    "io.ordertrail.query",
                    "io.ordertrail.app");

    private static final JavaClasses COUNTEREXAMPLES = new ClassFileImporter()
            .withImportOption(location -> location.contains("/counterexample/"))
            .importPaths(Path.of("target/test-classes"));

    @ParameterizedTest
    @EnumSource(Arrows.class)
    void the_house_keeps(Arrows arrow) {
        assertThat(arrow.rule.evaluate(HOUSE).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Arrows.class)
    void a_counterexample_breaks(Arrows arrow) {
        assertThat(arrow.rule.evaluate(COUNTEREXAMPLES).hasViolation())
                .as("a rule that nothing can break is none")
                .isTrue();
    }

    /** Whoever looks for a class by its name finds one in a module. */
    @ParameterizedTest
    @EnumSource(Room.class)
    void a_simple_name_is_given_once_a_room(Room room) {
        assertThat(topLevel(HOUSE, room)).doesNotHaveDuplicates();
    }

    @Test
    void a_simple_name_that_is_given_twice_is_seen() {
        assertThat(topLevel(COUNTEREXAMPLES, Room.APP).stream().filter("Twin"::equals))
                .hasSize(2);
    }

    private static List<String> topLevel(JavaClasses classes, Room room) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> (type.getPackageName() + '.')
                        .startsWith("io.ordertrail." + room.name().toLowerCase(Locale.ROOT) + '.'))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Room.class)
    void every_room_is_there_to_be_looked_at(Room room) {
        assertThat(Stream.of(room)
                        .flatMap(each -> HOUSE.stream()
                                .filter(type -> type.getPackageName()
                                        .startsWith(
                                                "io.ordertrail." + each.name().toLowerCase(Locale.ROOT)))))
                .hasSizeGreaterThan(5);
    }

    enum Room {
        API,
        MODEL,
        AXON,
        COMMAND,
        QUERY,
        APP
    }
}
