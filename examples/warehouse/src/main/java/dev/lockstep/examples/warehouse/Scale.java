package dev.lockstep.examples.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Brings features to one size around zero, where gradient descent moves evenly. */
final class Scale {
  private final double[] means;
  private final double[] deviations;

  private Scale(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  static Scale of(List<Customer> customers) {
    int count = Customer.FEATURES.size();
    double[] sums = new double[count];
    double[] squares = new double[count];
    for (Customer customer : customers) {
      double[] features = customer.features();
      for (int i = 0; i < count; i++) {
        sums[i] += features[i];
        squares[i] += features[i] * features[i];
      }
    }
    double[] means = new double[count];
    double[] deviations = new double[count];
    for (int i = 0; i < count; i++) {
      means[i] = sums[i] / customers.size();
      double variance = squares[i] / customers.size() - means[i] * means[i];
      // A feature that is the same for all teaches nothing, and must not be divided by zero.
      deviations[i] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new Scale(means, deviations);
  }

  double[] apply(double[] features) {
    double[] scaled = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      scaled[i] = (features[i] - means[i]) / deviations[i];
    }
    return scaled;
  }

  /** The model, not examined yet, that takes features as they are. */
  Model undo(double intercept, double[] weights) {
    List<Double> plain = new ArrayList<>();
    double moved = intercept;
    for (int i = 0; i < weights.length; i++) {
      plain.add(weights[i] / deviations[i]);
      moved -= weights[i] * means[i] / deviations[i];
    }
    return new Model(moved, plain, 0, 0, 0);
  }
}
