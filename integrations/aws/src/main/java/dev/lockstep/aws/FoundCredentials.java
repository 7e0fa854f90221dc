package dev.lockstep.aws;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials whose absence, or refusal, is told from a call that failed. The SDK says all of it
 * with the same few exceptions, and differs only in the text.
 */
final class FoundCredentials implements AwsCredentialsProvider, AutoCloseable {
  private final AwsCredentialsProvider source;
  private final @Nullable String profile;

  /**
   * Credentials of a source.
   *
   * @param profile the one that the component is configured for, if any
   */
  FoundCredentials(AwsCredentialsProvider source, @Nullable String profile) {
    this.source = source;
    this.profile = profile;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return source.resolveCredentials();
    } catch (AwsServiceException e) {
      AwsFailure failure = AwsFailure.of(e);
      if (failure.isPassing()) {
        throw e;
      }
      throw new LoginRefusedException(failure.code());
    } catch (SdkException e) {
      if (isOf(ClassNotFoundException.class, e)) {
        throw new MissingException(MissingException.What.LOGIN);
      }
      if (isOf(IOException.class, e)) {
        throw e; // Whoever gives out the role was not reached.
      }
      throw new MissingException(
          NamedProfile.of(profile).filter(NamedProfile::isMissing).isPresent()
              ? MissingException.What.PROFILE
              : MissingException.What.CREDENTIALS);
    } catch (IllegalArgumentException e) {
      throw new MissingException(MissingException.What.FILES);
    } catch (IllegalStateException e) {
      // A profile that is not complete, whose program fails, or that wants what is not here.
      throw new MissingException(
          isOf(ClassNotFoundException.class, e)
              ? MissingException.What.LOGIN
              : MissingException.What.CREDENTIALS);
    }
  }

  private static boolean isOf(Class<? extends Throwable> type, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
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
