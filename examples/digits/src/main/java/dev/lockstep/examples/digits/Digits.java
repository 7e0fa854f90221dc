package dev.lockstep.examples.digits;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.AwsSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Learns to read handwritten digits, is examined on some that it has not seen, and shows how. */
@Pipeline(
    secrets = "aws",
    description = "Learns to read handwritten digits and shows which ones it misreads.")
public class Digits {

  @Step
  Split importer(
      @Param(value = "0.2", description = "share of the images held back for the test")
          double testShare,
      @Param(value = "1", description = "of everything random: the same seed, the same result")
          long seed)
      throws IOException {
    return Split.of(DigitsFile.read(), testShare, seed);
  }

  @Step
  Normalized normalizer(List<Image> trainImages, List<Image> testImages) {
    return new Normalized(Sample.ofAll(trainImages), Sample.ofAll(testImages));
  }

  @Step(materializer = ModelMaterializer.class)
  Model<Label> trainer(
      List<Sample> trainSamples,
      @Param(value = "20", description = "how often the learner sees all images") int epochs,
      @Param(value = "0.2", description = "how far it moves after each image") double learningRate,
      @Param(value = "1", description = "of everything random: the same seed, the same result")
          long seed) {
    return Classifier.train(trainSamples, epochs, learningRate, seed);
  }

  @Step
  Evaluation evaluator(Model<Label> model, List<Sample> testSamples) {
    return Evaluation.of(testSamples, sample -> Classifier.read(model, sample));
  }

  @Step(description = "The confusion matrix as text.")
  String report(Evaluation evaluation) {
    return ConfusionText.of(evaluation.confusion());
  }

  @Step(description = "The confusion matrix as a picture, with the images that were misread.")
  Path chart(Evaluation evaluation, StepContext context) throws IOException {
    return Files.writeString(
        context.workFolder().resolve("confusion.svg"), ConfusionChart.of(evaluation));
  }

  @Step(description = "Receives the secret aws as a typed object.")
  String credentials(AwsSecret aws) {
    return "The credentials of the secret aws arrived: key id, secret key, "
        + (aws.sessionToken().isPresent() ? "session token." : "no session token.");
  }

  @Step(secrets = "aws", description = "Receives the secret aws in its environment.")
  String environment(StepContext context) throws IOException, InterruptedException {
    boolean here = context.environment().containsKey("AWS_SECRET_ACCESS_KEY");
    Process child = context.process("sh", "-c", "test -n \"$AWS_SECRET_ACCESS_KEY\"").start();
    boolean there = child.waitFor() == 0;
    if (!here || !there) {
      throw new IllegalStateException("AWS_SECRET_ACCESS_KEY did not arrive.");
    }
    return "AWS_SECRET_ACCESS_KEY arrived in the step's environment and in its child process.";
  }
}
