package io.ordertrail.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes every fold of the model: one that does not mention an event of its subject fails here. */
class FoldsTest {

    @Test
    void every_fold_mentions_every_event() throws Exception {
        Path classes = Path.of(
                Fold.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> withFold = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("package-info.class"))
                    .toList()) {
                String name = classes.relativize(file).toString().replace('/', '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (Arrays.stream(type.getDeclaredFields()).anyMatch(FoldsTest::isFold)) {
                    withFold.add(type);
                }
            }
        }
        assertThat(withFold).extracting(Class::getPackageName).contains(subjects());
    }

    private static boolean isFold(Field field) {
        return Modifier.isStatic(field.getModifiers()) && field.getType() == Fold.class;
    }

    private static String[] subjects() {
        return Stream.of("account", "order", "payment", "returns", "shipment", "stock")
                .map(subject -> "io.ordertrail.model." + subject)
                .toArray(String[]::new);
    }
}
