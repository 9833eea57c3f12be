package io.ordertrail.app.importing.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Manner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockFileTest {

    private static final String HEADER = "sku,name,quantity,reorder_point,safety,backorder_limit\n";

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("stock.csv"), text, StandardCharsets.UTF_8);
    }

    private String flaw(String text) throws Exception {
        Path file = file(text);
        return catchThrowableOfType(BadFile.class, () -> StockFile.read(file, Manner.UNSTATED))
                .getMessage();
    }

    @Test
    void a_row_is_an_item_and_what_may_be_empty_is_0() throws Exception {
        assertThat(StockFile.read(
                        file("\uFEFF" + HEADER + "TEE-M,\"Tee, M\",12,3,2,1\r\n\nCAP,Cap,0,,,\n"), Manner.UNSTATED))
                .containsExactly(
                        new StockRow(2, "TEE-M", "Tee, M", 12, 3, 2, 1), new StockRow(4, "CAP", "Cap", 0, 0, 0, 0));
    }

    @Test
    void the_order_of_the_columns_does_not_matter() throws Exception {
        String text = "name,sku,safety,backorder_limit,reorder_point,quantity\nTee M,TEE-M,2,1,3,12\n";
        assertThat(StockFile.read(file(text), Manner.UNSTATED))
                .isEqualTo(List.of(new StockRow(2, "TEE-M", "Tee M", 12, 3, 2, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TEE-M,Tee M,1,0,0       | line 2: The row has 5 columns, the header has 6
                    ,Tee M,1,0,0,0          | line 2: sku is empty
                    TEE-M,,1,0,0,0          | line 2: name is empty
                    TEE-M,Tee M,,0,0,0      | line 2: quantity is empty
                    TEE-M,Tee M,-1,0,0,0    | line 2: quantity is not a whole number: -1
                    TEE-M,Tee M,1,0,1.5,0   | line 2: safety is not a whole number: 1.5
                    TEE-M,"Tee M,1,0,0,0    | line 2: A quote is opened and never closed
                    """)
    void a_row_that_is_wrong_is_named(String row, String flaw) throws Exception {
        assertThat(flaw(HEADER + row + "\n")).isEqualTo(flaw);
    }

    @Test
    void an_item_stands_there_once() throws Exception {
        assertThat(flaw(HEADER + "CAP,Cap,1,0,0,0\nCAP,Cap,1,0,0,0\n"))
                .isEqualTo("line 3: The SKU CAP is in an earlier row already");
    }

    @Test
    void a_file_with_another_header_is_not_read() throws Exception {
        assertThat(flaw("sku,name\n")).contains("It must be:\nsku,name,quantity");
        assertThat(flaw("")).isEqualTo("The file is empty");
    }
}
