package dev.lockstep.aws;

import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials whose absence is told from a call that failed. The SDK says both with one exception,
 * and differs only in the text.
 */
final class FoundCredentials implements AwsCredentialsProvider, AutoCloseable {
  private final AwsCredentialsProvider source;

  FoundCredentials(AwsCredentialsProvider source) {
    this.source = source;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return source.resolveCredentials();
    } catch (AwsServiceException e) {
      throw e; // A role that was refused, with the reason's code.
    } catch (SdkException e) {
      if (isIo(e)) {
        throw e; // Whoever gives out the role was not reached.
      }
      throw new MissingException(MissingException.What.CREDENTIALS);
    }
  }

  private static boolean isIo(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    if (source instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
