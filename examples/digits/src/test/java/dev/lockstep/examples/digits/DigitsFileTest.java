package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigitsFileTest {
  @Test
  void holdsAllImagesOfAllDigits() throws IOException {
    List<Image> images = DigitsFile.read();

    assertThat(images).hasSize(1797);
    assertThat(images.stream().map(Image::digit)).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(images.get(0).digit()).isZero();
    assertThat(images.get(0).pixels()).startsWith(0, 0, 5, 13, 9, 1, 0, 0);
  }

  @Test
  void saysWhichLineIsBroken() {
    String good = "0,".repeat(64) + "7\n";

    assertThatThrownBy(() -> DigitsFile.parse(csv(good + "1,2,3\n")))
        .isInstanceOf(IOException.class)
        .hasMessage("digits.csv.gz, line 2: An image has 64 pixels, not 2.");
    assertThatThrownBy(() -> DigitsFile.parse(csv("x," + good)))
        .hasMessageContaining("line 1: For input string: \"x\"");
    assertThatThrownBy(() -> DigitsFile.parse(csv("17," + "0,".repeat(63) + "7")))
        .hasMessageContaining("A pixel is 0 to 16, not 17.");
    assertThatThrownBy(() -> DigitsFile.parse(csv("0,".repeat(64) + "10")))
        .hasMessageContaining("A digit is 0 to 9, not 10.");
    assertThatThrownBy(() -> DigitsFile.parse(csv("\n"))).hasMessageContaining("line 1");
  }

  private static InputStream csv(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
