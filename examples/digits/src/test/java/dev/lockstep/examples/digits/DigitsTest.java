package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Steps are methods: they are tested like any others. */
final class DigitsTest {
  @Test
  void theStepsTogetherReadMostDigits() throws IOException {
    Split split = new Digits().importer(0.2, 1);
    Normalized normalized = new Digits().normalizer(split.trainImages(), split.testImages());
    Model<Label> model = new Digits().trainer(normalized.trainSamples(), 20, 0.2, 1);
    Evaluation evaluation = new Digits().evaluator(model, normalized.testSamples());

    assertThat(evaluation.confusion().accuracy()).isGreaterThan(0.93);
    assertThat(evaluation.confusion().total()).isEqualTo(split.testImages().size());
    assertThat(new Digits().report(evaluation)).startsWith("Read ");
  }
}
