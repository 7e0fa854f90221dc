package dev.lockstep.benchmark.secrets;

import dev.lockstep.aws.AwsSecretsManagerFlavor;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads ten secrets in processes of their own, and prints a table. */
final class Main {
  private static final String HELP =
      """
      Usage: benchmarks/secrets/run [--runs N] [--secrets N] [--warm N] [--endpoint URL]

      Reads secrets with each client in a process of its own, alternately, and prints medians: of the
      whole process, of its first read with the building of the client, and of further reads; and
      the calls of each. Without --endpoint against the double, which counts the calls.
      """;

  private record Run(
      double process, double cold, List<Double> warm, int coldCalls, int warmCalls) {}

  private Main() {}

  public static void main(String... arguments) throws Exception {
    int runs = 7;
    int secrets = 10;
    int warm = 50;
    URI endpoint = null;
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        System.out.print(HELP);
        System.exit(arguments[i].equals("--help") ? 0 : 2);
      }
      switch (arguments[i]) {
        case "--runs" -> runs = Integer.parseInt(arguments[i + 1]);
        case "--secrets" -> secrets = Integer.parseInt(arguments[i + 1]);
        case "--warm" -> warm = Integer.parseInt(arguments[i + 1]);
        case "--endpoint" -> endpoint = URI.create(arguments[i + 1]);
        default -> {
          System.err.print(HELP);
          System.exit(2);
        }
      }
    }
    try (AwsSecretsManagerDouble aws = AwsSecretsManagerDouble.start()) {
      URI server = endpoint == null ? aws.endpoint() : endpoint;
      register(server, secrets);
      Map<String, List<Run>> measured = new LinkedHashMap<>();
      for (int run = 0; run < runs; run++) {
        for (String reader : Reader.NAMES) {
          measured
              .computeIfAbsent(reader, unused -> new ArrayList<>())
              .add(measure(reader, server, secrets, warm, aws));
        }
      }
      print(measured, endpoint == null, warm);
    }
  }

  private static void register(URI server, int count) {
    try (SecretsManager manager =
        new AwsSecretsManagerFlavor()
            .create(
                new ComponentContext(
                    "aws",
                    Map.of("endpoint", server.toString()),
                    new LockstepHome(Path.of("unused")),
                    Map.of()))) {
      for (int i = 0; i < count; i++) {
        manager.register(
            Secret.of(
                "bench/" + i,
                "basic_auth",
                Map.of(
                    "username", SecretValue.of("u"), "password", SecretValue.of("p".repeat(20)))));
      }
    }
  }

  private static Run measure(
      String reader, URI server, int secrets, int warm, AwsSecretsManagerDouble aws)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            reader,
            server.toString(),
            Integer.toString(secrets),
            Integer.toString(warm));
    aws.forgetCalls();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream in = process.getOutputStream()) {
      double cold = seconds(out);
      double whole = (System.nanoTime() - start) / 1e9;
      int coldCalls = aws.callCount();
      aws.forgetCalls();
      in.write('\n');
      in.flush();
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < warm; i++) {
        times.add(seconds(out));
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(reader + " failed");
      }
      return new Run(whole, cold, times, coldCalls, aws.callCount());
    }
  }

  private static double seconds(BufferedReader out) throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("A reader ended too early.");
    }
    return Long.parseLong(line) / 1e9;
  }

  private static void print(Map<String, List<Run>> measured, boolean counted, int warm) {
    System.out.println("| client | process, s | first read, s | calls | next read, ms | calls |");
    System.out.println("|---|---|---|---|---|---|");
    measured.forEach(
        (reader, runs) -> {
          List<Double> warmTimes = new ArrayList<>();
          runs.forEach(run -> warmTimes.addAll(run.warm()));
          System.out.printf(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %s | %.2f | %s |%n",
              reader,
              median(runs.stream().map(Run::process).toList()),
              median(runs.stream().map(Run::cold).toList()),
              counted ? Integer.toString(runs.get(0).coldCalls()) : "-",
              median(warmTimes) * 1000,
              counted
                  ? String.format(Locale.ROOT, "%.1f", (double) runs.get(0).warmCalls() / warm)
                  : "-");
        });
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
