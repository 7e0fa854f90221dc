package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitTest {
  private final List<Image> images;

  SplitTest() throws IOException {
    images = DigitsFile.read();
  }

  @Test
  void putsEveryImageIntoExactlyOneHalf() {
    Split split = Split.of(images, 0.2, 1);

    assertThat(split.testImages()).hasSize(359);
    List<Image> both = new ArrayList<>(split.trainImages());
    both.addAll(split.testImages());
    assertThat(both).containsExactlyInAnyOrderElementsOf(images);
  }

  @Test
  void theSeedDecides() {
    assertThat(Split.of(images, 0.2, 1)).isEqualTo(Split.of(images, 0.2, 1));
    assertThat(Split.of(images, 0.2, 1)).isNotEqualTo(Split.of(images, 0.2, 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5, 0.0001, Double.NaN})
  void refusesAnEmptyHalf(double testShare) {
    assertThatThrownBy(() -> Split.of(images, testShare, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A test share of " + testShare);
  }
}
