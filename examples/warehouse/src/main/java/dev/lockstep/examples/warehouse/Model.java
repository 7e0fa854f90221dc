package dev.lockstep.examples.warehouse;

import java.util.List;
import java.util.Locale;

/**
 * Logistic regression, and how it did in its examination.
 *
 * @param intercept what is added to the weighted features
 * @param weights one for each of {@link Customer#FEATURES}; more than 0 speaks for leaving
 * @param examined how many customers, who were not learned from, it was examined on
 * @param right how many of them it told right
 * @param stayed how many of them did stay: what one would get by always saying so
 */
record Model(double intercept, List<Double> weights, int examined, int right, int stayed) {
  Model {
    weights = List.copyOf(weights);
  }

  /** How likely it is, from 0 to 1, that the customer leaves. */
  double risk(Customer customer) {
    double[] features = customer.features();
    double sum = intercept;
    for (int i = 0; i < features.length; i++) {
      sum += weights.get(i) * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** For a person. */
  String report() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Told of %d customers whether they leave: %d right (%.1f %%).",
        examined,
        right,
        100.0 * right / examined);
    line(
        text,
        "Always saying that they stay is right for %d (%.1f %%).",
        stayed,
        100.0 * stayed / examined);
    for (int i = 0; i < weights.size(); i++) {
      line(text, "  %-16s %+.3f", Customer.FEATURES.get(i), weights.get(i));
    }
    return text.toString().stripTrailing();
  }

  /** For a program. */
  String csv() {
    StringBuilder text = new StringBuilder("feature,weight\n");
    text.append("intercept,").append(intercept).append('\n');
    for (int i = 0; i < weights.size(); i++) {
      text.append(Customer.FEATURES.get(i)).append(',').append(weights.get(i)).append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
