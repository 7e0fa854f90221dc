package dev.lockstep.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;

/**
 * Stands before a server with a door for each client, and lets through one request of one client at
 * a time, so that a test decides which comes first.
 */
final class Turnstile implements AutoCloseable {
  private final URI target;
  private final List<HttpServer> doors = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final boolean[] waiting;
  private final boolean[] finished;
  private boolean open = true;
  private int next = -1;

  Turnstile(URI target, int clients) throws IOException {
    this.target = target;
    waiting = new boolean[clients];
    finished = new boolean[clients];
    for (int i = 0; i < clients; i++) {
      int client = i;
      HttpServer door =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      door.createContext("/", exchange -> pass(client, exchange));
      door.setExecutor(threads);
      door.start();
      doors.add(door);
    }
  }

  URI door(int client) {
    return URI.create("http://127.0.0.1:" + doors.get(client).getAddress().getPort());
  }

  /**
   * Runs what each client does.
   *
   * @param choice which of so many clients that wait comes next, counted from 0
   */
  <T> List<T> run(List<Callable<T>> tasks, IntUnaryOperator choice)
      throws ExecutionException, InterruptedException {
    synchronized (this) {
      open = false;
      for (int i = 0; i < finished.length; i++) {
        finished[i] = i >= tasks.size();
      }
    }
    List<Future<T>> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int client = i;
      results.add(
          threads.submit(
              () -> {
                try {
                  return tasks.get(client).call();
                } finally {
                  finish(client);
                }
              }));
    }
    schedule(choice);
    List<T> all = new ArrayList<>();
    for (Future<T> result : results) {
      all.add(result.get());
    }
    return all;
  }

  private synchronized void schedule(IntUnaryOperator choice) throws InterruptedException {
    while (true) {
      List<Integer> ready = new ArrayList<>();
      boolean busy = next >= 0;
      for (int i = 0; i < waiting.length; i++) {
        if (waiting[i]) {
          ready.add(i);
        }
        busy |= !waiting[i] && !finished[i];
      }
      if (busy) {
        wait();
      } else if (ready.isEmpty()) {
        open = true;
        return;
      } else {
        next = ready.get(choice.applyAsInt(ready.size()));
        notifyAll();
      }
    }
  }

  private synchronized void finish(int client) {
    finished[client] = true;
    notifyAll();
  }

  private void pass(int client, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean turn = await(client);
    try (exchange) {
      HttpURLConnection server =
          (HttpURLConnection) target.resolve(exchange.getRequestURI()).toURL().openConnection();
      int status;
      byte[] answer;
      try {
        server.setRequestProperty("Connection", "close");
        server.setRequestMethod(exchange.getRequestMethod());
        exchange
            .getRequestHeaders()
            .forEach((name, values) -> forward(server, name, values.get(0)));
        if (body.length > 0) {
          server.setDoOutput(true);
          server.getOutputStream().write(body);
        }
        status = server.getResponseCode();
        InputStream in = status < 400 ? server.getInputStream() : server.getErrorStream();
        answer = in == null ? new byte[0] : in.readAllBytes();
      } finally {
        // Before the answer is sent, because its client may be back at once.
        if (turn) {
          passed(client);
        }
      }
      // On a connection that stays, the body would wait until the headers are acknowledged.
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static void forward(HttpURLConnection server, String name, String value) {
    if (!name.equalsIgnoreCase("Host")
        && !name.equalsIgnoreCase("Connection")
        && !name.equalsIgnoreCase("Content-length")) {
      server.setRequestProperty(name, value);
    }
  }

  private synchronized boolean await(int client) {
    if (open) {
      return false;
    }
    waiting[client] = true;
    notifyAll();
    try {
      while (next != client) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  private synchronized void passed(int client) {
    waiting[client] = false;
    next = -1;
    notifyAll();
  }

  @Override
  public void close() {
    doors.forEach(door -> door.stop(0));
    threads.shutdownNow();
  }
}
