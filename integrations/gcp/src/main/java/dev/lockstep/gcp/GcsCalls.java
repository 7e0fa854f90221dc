package dev.lockstep.gcp;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.artifact.bucket.Pause;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls of Cloud Storage's <a href="https://cloud.google.com/storage/docs/json_api/v1">JSON
 * interface</a> by Google's HTTP client, which Secret Manager's client brings along: Cloud
 * Storage's own client would bring 42 jars more, of 40 MB, for the five calls that are made here.
 * Calls whose failure may pass are made again.
 */
final class GcsCalls implements AutoCloseable {
  private static final String SERVICE = "storage.googleapis.com";

  private final String store;
  private final GoogleAccess access;
  private final BucketLocation location;
  private final Optional<String> billed;
  private final int attempts;
  private final int timeoutMillis;
  private final HttpTransport transport;
  private @Nullable HttpRequestFactory requests;

  /**
   * Connects to nothing yet.
   *
   * @param billed the project that is charged; empty for that of the bucket
   */
  GcsCalls(
      String store,
      GoogleAccess access,
      BucketLocation location,
      Optional<String> billed,
      int attempts,
      Duration timeout) {
    this.store = store;
    this.access = access;
    this.transport = access.transport();
    this.location = location;
    this.billed = billed;
    this.attempts = attempts;
    this.timeoutMillis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
  }

  /** One attempt at a call. */
  interface Attempt<T> {
    T make() throws GoogleFailure, IOException;
  }

  BucketLocation location() {
    return location;
  }

  int attempts() {
    return attempts;
  }

  /** The address of the bucket's objects; for uploads another one. */
  GenericUrl objects(boolean upload) {
    GenericUrl url = new GenericUrl(access.endpoint().orElse("https://" + SERVICE));
    url.appendRawPath((upload ? "/upload" : "") + "/storage/v1/b/");
    url.getPathParts().set(url.getPathParts().size() - 1, location.bucket());
    url.getPathParts().add("o");
    if (billed.isPresent()) {
      url.set("userProject", billed.get());
    }
    return url;
  }

  /** The address of one object. */
  GenericUrl object(String name) {
    GenericUrl url = objects(false);
    // A part of its own, in which a slash is escaped.
    url.getPathParts().add(name);
    return url;
  }

  /**
   * Makes a call, again when its failure may pass.
   *
   * @param what the action, such as {@code "read"}
   * @param object the name of the object with which it is done
   * @throws NoSuchFileException when there is none
   * @throws IOException for any other failure, with the remedy
   */
  <T> T call(String what, String object, Attempt<T> attempt) throws IOException {
    try {
      return tried(attempt);
    } catch (GoogleFailure failure) {
      throw failure(what, object, failure);
    }
  }

  /** The same for callers that judge the failure themselves. */
  <T> T tried(Attempt<T> attempt) throws GoogleFailure, InterruptedIOException {
    for (int count = 1; ; count++) {
      GoogleFailure failure;
      try {
        return attempt.make();
      } catch (GoogleFailure e) {
        failure = e;
      } catch (IOException | JsonFormatException e) {
        failure = GoogleErrors.of(e, SERVICE);
      }
      if (!isPassing(failure) || count >= attempts) {
        throw failure;
      }
      Pause.after(count, failure.retryAfter());
    }
  }

  static boolean isPassing(GoogleFailure failure) {
    return failure.kind() == Kind.THROTTLED || failure.kind() == Kind.UNREACHABLE;
  }

  /** Sends a request, whose answer has to be disconnected; a failure is an exception. */
  HttpResponse send(String method, GenericUrl url, @Nullable HttpContent content, HttpHeaders more)
      throws GoogleFailure, IOException {
    return prepare(requests(), method, url, content, more).execute();
  }

  /** Sends a request and reads the JSON object of its answer. */
  JsonObject json(String method, GenericUrl url, @Nullable HttpContent content)
      throws GoogleFailure, IOException {
    HttpResponse response = send(method, url, content, new HttpHeaders());
    try (InputStream in = response.getContent()) {
      if (in == null) {
        throw new GoogleFailure(Kind.UNREACHABLE, "an empty answer", "");
      }
      return Json.readObject(in);
    } finally {
      response.disconnect();
    }
  }

  /**
   * Sends a request to the address of an upload. That address is all that is needed to write there,
   * so no credentials go along; any answer is returned.
   */
  HttpResponse sendToUpload(
      String method, String address, @Nullable HttpContent content, HttpHeaders more)
      throws IOException {
    HttpRequest request =
        prepare(transport.createRequestFactory(), method, new GenericUrl(address), content, more);
    request.setThrowExceptionOnExecuteError(false);
    return request.execute();
  }

  private HttpRequest prepare(
      HttpRequestFactory factory,
      String method,
      GenericUrl url,
      @Nullable HttpContent content,
      HttpHeaders more)
      throws IOException {
    HttpRequest request = factory.buildRequest(method, url, content);
    // As it is stored, so that its sum is that of the object.
    request.getHeaders().setAcceptEncoding(null);
    request.getHeaders().fromHttpHeaders(more);
    request.setConnectTimeout(timeoutMillis);
    request.setReadTimeout(timeoutMillis);
    request.setFollowRedirects(false);
    request.setLoggingEnabled(false);
    request.setNumberOfRetries(0);
    return request;
  }

  static HttpContent jsonContent(Object value) {
    return new ByteArrayContent(
        "application/json; charset=UTF-8", Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  private synchronized HttpRequestFactory requests() throws GoogleFailure {
    HttpRequestFactory known = requests;
    if (known == null) {
      Optional<GoogleCredentials> credentials = access.credentials();
      known =
          credentials.isPresent()
              ? transport.createRequestFactory(new HttpCredentialsAdapter(credentials.get()))
              : transport.createRequestFactory();
      requests = known;
    }
    return known;
  }

  /** The failure of an answer that was no exception. */
  static GoogleFailure failure(HttpResponse response) throws IOException {
    return GoogleErrors.of(
        response.getStatusCode(),
        response.parseAsString(),
        GoogleErrors.retryAfter(response.getHeaders()),
        SERVICE);
  }

  /** What a failure of Cloud Storage is called, and how to mend it. */
  IOException failure(String what, String object, GoogleFailure failure) {
    if (failure.kind() == Kind.MISSING) {
      return new NoSuchFileException(location.uri(object));
    }
    String code = " (" + failure.detail() + ")";
    String reason =
        switch (failure.kind()) {
          case DENIED -> "Cloud Storage denies it" + code;
          case THROTTLED -> "Cloud Storage asks to slow down" + code;
          case UNREACHABLE -> "Cloud Storage was not reached or could not answer" + code;
          case PRECONDITION -> "somebody else has changed it meanwhile" + code;
          case MISSING, EXISTS, INVALID -> "Cloud Storage refuses it" + code;
        };
    return new IOException(
        location.uri(object) + " cannot be " + what + ": " + reason + ". Fix: " + fix(failure));
  }

  private String fix(GoogleFailure failure) {
    if (!failure.fix().isEmpty()) {
      return failure.fix();
    }
    return switch (failure.kind()) {
      case DENIED ->
          "give its credentials the role roles/storage.objectUser on the bucket '"
              + location.bucket()
              + "', or use others: lockstep artifact-store update "
              + store
              + " --credentials-file=FILE";
      case THROTTLED ->
          "run fewer steps at once, or lockstep artifact-store update " + store + " --attempts=10";
      case PRECONDITION -> "run it again";
      default -> "check the network and the attributes: lockstep artifact-store describe " + store;
    };
  }

  /** What to say when the bucket does not exist. */
  IOException noBucket(String what, String object) {
    return new IOException(
        location.uri(object)
            + " cannot be "
            + what
            + ": there is no bucket '"
            + location.bucket()
            + "'. Fix: make it, or lockstep artifact-store update "
            + store
            + " --bucket=BUCKET");
  }

  @Override
  public void close() {
    try {
      transport.shutdown();
    } catch (IOException e) {
      // It holds nothing that could be left open.
    }
  }
}
