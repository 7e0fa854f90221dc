package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

final class ClassifierTest {
  private final Split split;
  private final List<Sample> train;
  private final List<Sample> test;

  ClassifierTest() throws IOException {
    split = Split.of(DigitsFile.read(), 0.2, 1);
    train = Sample.ofAll(split.trainImages());
    test = Sample.ofAll(split.testImages());
  }

  @Test
  void readsMostDigitsThatItHasNotSeen() {
    Model<Label> model = Classifier.train(train, 20, 0.2, 1);

    assertThat(accuracy(model)).isGreaterThan(0.93);
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    List<Integer> once = readings(Classifier.train(train, 2, 0.01, 7));

    assertThat(readings(Classifier.train(train, 2, 0.01, 7))).isEqualTo(once);
    assertThat(readings(Classifier.train(train, 2, 0.01, 8))).isNotEqualTo(once);
  }

  @Test
  void printsNothing() {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Classifier.train(train, 1, 0.2, 1);
    } finally {
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private double accuracy(Model<Label> model) {
    return Evaluation.of(test, sample -> Classifier.read(model, sample)).confusion().accuracy();
  }

  private List<Integer> readings(Model<Label> model) {
    return test.stream().map(sample -> Classifier.read(model, sample)).toList();
  }
}
