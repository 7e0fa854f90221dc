package dev.lockstep.gcp;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Artifacts as objects in Cloud Storage, each of which appears whole or not at all. Sums are
 * compared both ways.
 */
final class GcsArtifactStore implements ArtifactStore {
  private static final int DELETIONS_AT_ONCE = 8;
  private static final int PAGE = 1_000;

  private final GcsCalls calls;
  private final BucketLocation location;
  private final Set<GcsUpload> uploads = ConcurrentHashMap.newKeySet();

  GcsArtifactStore(GcsCalls calls) {
    this.calls = calls;
    this.location = calls.location();
  }

  @Override
  public OutputStream create(String path) throws IOException {
    GcsUpload upload = new GcsUpload(calls, object(path), uploads::remove);
    uploads.add(upload);
    return upload;
  }

  @Override
  public InputStream open(String path) throws IOException {
    String object = object(path);
    try {
      return GcsDownload.of(calls, object);
    } catch (GoogleFailure failure) {
      throw switch (failure.kind()) {
        case MISSING -> missing(object);
        case DENIED -> denied(object, failure);
        default -> calls.failure("read", object, failure);
      };
    }
  }

  /** Asks in JSON why an object is denied. */
  private IOException denied(String object, GoogleFailure plain) throws IOException {
    try {
      JsonObject unused = calls.tried(() -> calls.json("GET", calls.object(object), null));
      return calls.failure(
          "read", object, new GoogleFailure(Kind.UNREACHABLE, plain.detail(), plain.fix()));
    } catch (GoogleFailure failure) {
      return failure.kind() == Kind.MISSING
          ? missing(object)
          : calls.failure("read", object, failure);
    }
  }

  private String object(String path) throws IOException {
    return location.object(ObjectNames.escaped(path));
  }

  /** Asks in JSON whether an object, or even its bucket, is missing. */
  private IOException missing(String object) throws IOException {
    GoogleFailure unclear = new GoogleFailure(Kind.UNREACHABLE, "HTTP 404", "");
    GoogleFailure confirmed = new GoogleFailure(Kind.MISSING, "HTTP 404", "");
    try {
      Page page = calls.tried(() -> list(object, "", 1));
      boolean there = !page.found.isEmpty() && page.found.get(0).name.equals(object);
      return calls.failure("read", object, there ? unclear : confirmed);
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return calls.noBucket("read", object);
      }
      if (failure.kind() != Kind.DENIED) {
        return calls.failure("read", object, failure);
      }
    }
    try {
      JsonObject unused = calls.tried(() -> calls.json("GET", calls.object(object), null));
      return calls.failure("read", object, unclear);
    } catch (GoogleFailure failure) {
      return calls.failure("read", object, failure);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    String object = object(path);
    delete(new Found(object, ""));
    String token = "";
    do {
      String next = token;
      Page page;
      try {
        page = calls.tried(() -> list(object + "/", next, PAGE));
      } catch (GoogleFailure failure) {
        throw failure.kind() == Kind.MISSING
            ? calls.noBucket("deleted", object)
            : calls.failure("deleted", object, failure);
      }
      deleteAll(page.found);
      token = page.next;
    } while (!token.isEmpty());
  }

  /** An object of a list, and which generation of it was listed. */
  private record Found(String name, String generation) {}

  private record Page(List<Found> found, String next) {}

  private Page list(String prefix, String token, int size) throws GoogleFailure, IOException {
    GenericUrl url = calls.objects(false);
    url.set("prefix", prefix);
    url.set("maxResults", size);
    url.set("fields", "items(name,generation),nextPageToken");
    if (!token.isEmpty()) {
      url.set("pageToken", token);
    }
    JsonObject page = calls.json("GET", url, null);
    List<Found> found = new ArrayList<>();
    for (JsonObject item : page.objects("items")) {
      found.add(new Found(item.string("name"), item.string("generation", "")));
    }
    return new Page(found, page.string("nextPageToken", ""));
  }

  private void deleteAll(List<Found> found) throws IOException {
    if (found.size() < 2) {
      for (Found each : found) {
        delete(each);
      }
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(DELETIONS_AT_ONCE, found.size()),
            task -> {
              Thread thread = new Thread(task, "lockstep-gcs");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Callable<Boolean>> deletions = new ArrayList<>();
      for (Found each : found) {
        deletions.add(
            () -> {
              delete(each);
              return true;
            });
      }
      for (Future<Boolean> deletion : threads.invokeAll(deletions)) {
        boolean unused = deletion.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while files were deleted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("A deletion fails in no other way.", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Deletes an object, unless it is gone already or was written anew since it was listed. */
  private void delete(Found found) throws IOException {
    GenericUrl url = calls.object(found.name);
    if (!found.generation.isEmpty()) {
      url.set("ifGenerationMatch", found.generation);
    }
    try {
      calls
          .tried(() -> calls.send("DELETE", url, null, new HttpHeaders().setAcceptEncoding(null)))
          .disconnect();
    } catch (GoogleFailure failure) {
      if (failure.kind() != Kind.MISSING && failure.kind() != Kind.PRECONDITION) {
        throw calls.failure("deleted", found.name, failure);
      }
    }
  }

  @Override
  public String location(String path) {
    return location.uri(location.prefix() + ObjectNames.escaped(path));
  }

  /** Gives up the files that are not closed, and the connections. */
  @Override
  public void close() {
    for (GcsUpload upload : uploads) {
      upload.abandon();
    }
    calls.close();
  }
}
