package dev.lockstep.examples.digits;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Logistic regression over the pixels: everything that speaks Tribuo's language. */
final class Classifier {
  /**
   * Tribuo tells what it does at level INFO, and the JDK prints that to the terminal, in the midst
   * of the run's progress. Held in a field because the JDK forgets the level of a logger that
   * nobody holds.
   */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private static final String[] PIXEL_NAMES = pixelNames();

  private Classifier() {}

  /** Learns; the same samples and settings give the same model. */
  static Model<Label> train(List<Sample> samples, int epochs, double learningRate, long seed) {
    TRIBUO.setLevel(Level.WARNING);
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("digits", labels), labels);
    samples.forEach(sample -> dataset.add(example(sample)));
    return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(learningRate), epochs, seed)
        .train(dataset);
  }

  /** The digit that the model reads in a sample. */
  static int read(Model<Label> model, Sample sample) {
    return Integer.parseInt(model.predict(example(sample)).getOutput().getLabel());
  }

  private static Example<Label> example(Sample sample) {
    return new ArrayExample<>(
        new Label(Integer.toString(sample.digit())),
        PIXEL_NAMES,
        sample.brightness().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String[] pixelNames() {
    String[] names = new String[Image.WIDTH * Image.WIDTH];
    for (int i = 0; i < names.length; i++) {
      names[i] = "row" + i / Image.WIDTH + "column" + i % Image.WIDTH;
    }
    return names;
  }
}
