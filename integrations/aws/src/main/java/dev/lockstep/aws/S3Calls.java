package dev.lockstep.aws;

import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.artifact.bucket.Pause;
import dev.lockstep.aws.AwsFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * Makes calls of S3, several times where the reason of a failure passes, and says in our words what
 * failed. The client is built for the first call.
 */
final class S3Calls implements AutoCloseable {
  private final String store;
  private final AwsSettings settings;
  private final BucketLocation location;
  private final boolean pathStyle;
  private final int attempts;
  private @Nullable AwsAccess access;
  private @Nullable S3Client client;

  S3Calls(
      String store,
      AwsSettings settings,
      BucketLocation location,
      boolean pathStyle,
      int attempts) {
    this.store = store;
    this.settings = settings;
    this.location = location;
    this.pathStyle = pathStyle;
    this.attempts = attempts;
  }

  private synchronized S3Client client() {
    if (client == null) {
      AwsAccess opened = new AwsAccess(settings);
      access = opened;
      try {
        client =
            opened
                .configure(S3Client.builder())
                .forcePathStyle(pathStyle)
                .serviceConfiguration(
                    S3Configuration.builder()
                        // What is sent is in memory, with a sum of its own: one request, as every
                        // store understands it.
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
      } catch (IllegalArgumentException e) {
        throw new MissingException(MissingException.What.FILES); // The SDK reads them again.
      }
    }
    return client;
  }

  /**
   * Makes a call.
   *
   * @param what the action, such as {@code "read"}
   * @param key of the file with which it is done
   * @throws NoSuchFileException when there is none
   * @throws IOException for any other failure, with the remedy
   */
  <T> T call(String what, String key, Function<S3Client, T> call) throws IOException {
    try {
      return tried(call);
    } catch (CallFailure e) {
      throw failure(what, key, e.failure());
    }
  }

  /** Makes a call whose failure the caller judges. */
  <T> T tried(Function<S3Client, T> call) throws CallFailure, InterruptedIOException {
    for (int attempt = 1; ; attempt++) {
      AwsFailure failure;
      try {
        return call.apply(client());
      } catch (RuntimeException e) {
        failure = AwsFailure.of(e);
      }
      if (!failure.isPassing() || attempt >= attempts) {
        throw new CallFailure(failure);
      }
      Pause.after(attempt, null);
    }
  }

  int attempts() {
    return attempts;
  }

  /** What a failure of S3 is called, and how to mend it. */
  IOException failure(String what, String key, AwsFailure failure) {
    if (failure.kind() == Kind.MISSING) {
      return new NoSuchFileException(location.uri(key));
    }
    if (failure.kind() == Kind.INTERRUPTED) {
      return new InterruptedIOException("Interrupted in a call of S3.");
    }
    return new IOException(
        location.uri(key)
            + " cannot be "
            + what
            + ": "
            + reason(failure)
            + ". Fix: "
            + fix(failure));
  }

  private String reason(AwsFailure failure) {
    String code = " (" + failure.code() + ")";
    return switch (failure.kind()) {
      case DENIED -> "S3 denies it" + code;
      case KEY_DENIED -> "the key that encrypts it cannot be used" + code;
      case NO_CREDENTIALS, NO_PROFILE, NO_LOGIN, NO_FILES, LOGIN_DENIED ->
          settings.problem(failure);
      case NO_REGION -> "nothing names an AWS region";
      case THROTTLED -> "S3 asks to slow down" + code;
      case UNREACHABLE -> "S3 was not reached or could not answer" + code;
      default ->
          switch (failure.code()) {
            case "NoSuchBucket" -> "there is no bucket '" + location.bucket() + "'" + code;
            case "PermanentRedirect",
                "TemporaryRedirect",
                "AuthorizationHeaderMalformed",
                "IllegalLocationConstraintException",
                "HTTP 301",
                "HTTP 307" ->
                "the bucket '" + location.bucket() + "' lies in another region" + code;
            default -> "S3 refuses it" + code;
          };
    };
  }

  private String fix(AwsFailure failure) {
    String update = "lockstep artifact-store update " + store + " --";
    return switch (failure.kind()) {
      case DENIED ->
          failure.fixOfLogin() != null
              ? failure.fixOfLogin() + ", or use other credentials: " + update + "profile=PROFILE"
              : "give its credentials the permissions for the bucket '"
                  + location.bucket()
                  + "' that docs/artifact-stores/s3.md lists, or use others: "
                  + update
                  + "profile=PROFILE";
      case KEY_DENIED -> "give its credentials the use of the bucket's KMS key";
      case NO_CREDENTIALS, NO_PROFILE, NO_LOGIN, NO_FILES, LOGIN_DENIED ->
          settings.fix(failure, update);
      case NO_REGION -> "set AWS_REGION, or " + update + "region=REGION";
      case THROTTLED -> "run fewer steps at once, or " + update + "attempts=10";
      case UNREACHABLE ->
          "check the network, and the address: lockstep artifact-store describe " + store;
      default ->
          switch (failure.code()) {
            case "NoSuchBucket" -> "make the bucket, or " + update + "bucket=BUCKET";
            case "PermanentRedirect",
                "TemporaryRedirect",
                "AuthorizationHeaderMalformed",
                "IllegalLocationConstraintException",
                "HTTP 301",
                "HTTP 307" ->
                update + "region=" + (failure.region() == null ? "REGION" : failure.region());
            default ->
                "see what AWS says of this code; the attributes: lockstep artifact-store"
                    + " describe "
                    + store;
          };
    };
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (access != null) {
      access.close();
    }
  }

  /** A call failed for good. */
  static final class CallFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient AwsFailure failure;

    CallFailure(AwsFailure failure) {
      super(failure.code(), null, false, false);
      this.failure = failure;
    }

    AwsFailure failure() {
      return failure;
    }
  }
}
