package dev.lockstep.testing.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of this machine's loopback address, what clients open there, each served by a thread of
 * its own, and what is opened to servers in turn. All of it ends with {@link #close}.
 */
final class Connections implements AutoCloseable {
  private final Service service;
  private final ServerSocket listener;
  private final ExecutorService threads;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Serves one client, whose connection is closed after it. */
  interface Service {
    void serve(Socket client) throws IOException, InterruptedException;
  }

  /**
   * Opens a port, at which nobody is served before {@link #start}.
   *
   * @param name the threads'
   */
  Connections(String name, Service service) throws IOException {
    this.service = service;
    this.listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  void start() {
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // It was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      service.serve(client);
    } catch (IOException e) {
      // Whoever waits for the answer sees a closed connection, which is what happened.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** Has a server answer a request. */
  HttpMessage forward(HttpMessage request, URI target) throws IOException {
    try (Socket server = new Socket(target.getHost(), target.getPort())) {
      open.add(server);
      try {
        request.write(server.getOutputStream());
        InputStream in = new BufferedInputStream(server.getInputStream());
        return HttpMessage.readAnswer(in, request.method());
      } finally {
        open.remove(server);
      }
    }
  }

  /** Passes all on, both ways, until one of the two has closed. */
  void pass(Socket client, URI target) throws IOException {
    try (Socket server = new Socket(target.getHost(), target.getPort())) {
      open.add(server);
      threads.execute(
          () -> {
            try (client) {
              server.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException e) {
              // Closed by one of the two.
            }
          });
      client.getInputStream().transferTo(server.getOutputStream());
      open.remove(server);
    }
  }

  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(open);
    all.add(listener);
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        // Closed all the same.
      }
    }
    threads.shutdownNow();
  }
}
