package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfusionTest {
  /** Four nines, one of which the reader takes for a four, and a two that it reads right. */
  private final Evaluation evaluation =
      Evaluation.of(
          List.of(sample(9, 0.25), sample(9, 0), sample(9, 0), sample(9, 0), sample(2, 0)),
          sample -> sample.brightness().get(0) > 0 ? 4 : sample.digit());

  @Test
  void countsWhatWasReadAsWhat() {
    ConfusionMatrix matrix = evaluation.confusion();

    assertThat(matrix.count(9, 4)).isEqualTo(1);
    assertThat(matrix.count(9, 9)).isEqualTo(3);
    assertThat(matrix.total()).isEqualTo(5);
    assertThat(matrix.correct()).isEqualTo(4);
    assertThat(matrix.accuracy()).isCloseTo(0.8, within(1e-9));
    assertThat(matrix.recall(9)).isCloseTo(0.75, within(1e-9));
    assertThat(matrix.recall(0)).as("a digit that nobody wrote").isZero();
    assertThat(evaluation.misread()).containsExactly(new Misread(sample(9, 0.25), 4));
  }

  @Test
  void readsWellInATerminal() {
    assertThat(ConfusionText.of(evaluation.confusion()))
        .isEqualTo(
            """
            Read 4 of 5 test images correctly: accuracy 80.0 %.

                         read as
                         0   1   2   3   4   5   6   7   8   9   correct
            written  0   .   .   .   .   .   .   .   .   .   .       - %
                     1   .   .   .   .   .   .   .   .   .   .       - %
                     2   .   .   1   .   .   .   .   .   .   .     100 %
                     3   .   .   .   .   .   .   .   .   .   .       - %
                     4   .   .   .   .   .   .   .   .   .   .       - %
                     5   .   .   .   .   .   .   .   .   .   .       - %
                     6   .   .   .   .   .   .   .   .   .   .       - %
                     7   .   .   .   .   .   .   .   .   .   .       - %
                     8   .   .   .   .   .   .   .   .   .   .       - %
                     9   .   .   .   .   1   .   .   .   .   3      75 %
            """);
  }

  static Sample sample(int digit, double firstPixel) {
    Double[] brightness = Collections.nCopies(64, 0.0).toArray(Double[]::new);
    brightness[0] = firstPixel;
    return new Sample(digit, List.of(brightness));
  }
}
