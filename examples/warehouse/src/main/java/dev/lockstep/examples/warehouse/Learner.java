package dev.lockstep.examples.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Learns by stochastic gradient descent: the same customers in the same order, the same model. */
final class Learner {
  private static final int EPOCHS = 50;

  /** Fewer than these teach nothing. */
  private static final int ENOUGH = 100;

  /** One customer of so many is held back for the examination. */
  private static final int HELD_BACK = 5;

  private Learner() {}

  static Model learn(List<Customer> customers, double learningRate) {
    if (customers.size() < ENOUGH) {
      throw new IllegalArgumentException(
          customers.size() + " customers are too few to learn from: it takes " + ENOUGH + ".");
    }
    List<Customer> taught = new ArrayList<>();
    List<Customer> examined = new ArrayList<>();
    for (Customer customer : customers) {
      (customer.id() % HELD_BACK == 0 ? examined : taught).add(customer);
    }
    Scale scale = Scale.of(taught);
    double[] weights = new double[Customer.FEATURES.size()];
    double intercept = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (Customer customer : taught) {
        double[] features = scale.apply(customer.features());
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * features[i];
        }
        double step = learningRate * ((customer.left() ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
        intercept += step;
        for (int i = 0; i < weights.length; i++) {
          weights[i] += step * features[i];
        }
      }
    }
    return examine(scale.undo(intercept, weights), examined);
  }

  private static Model examine(Model model, List<Customer> customers) {
    int right = 0;
    int stayed = 0;
    for (Customer customer : customers) {
      right += (model.risk(customer) > 0.5) == customer.left() ? 1 : 0;
      stayed += customer.left() ? 0 : 1;
    }
    return new Model(model.intercept(), model.weights(), customers.size(), right, stayed);
  }
}
