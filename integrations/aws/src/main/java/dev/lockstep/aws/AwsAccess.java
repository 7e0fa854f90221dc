package dev.lockstep.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What a client of AWS is built with: connections, region and credentials. */
final class AwsAccess implements AutoCloseable {
  /** What requests to an endpoint of one's own are signed for, when nothing names a region. */
  private static final Region ELSEWHERE = Region.US_EAST_1;

  private final AwsSettings settings;
  private final Region region;
  private final SdkHttpClient http;
  private final FoundCredentials credentials;
  private final List<SdkAutoCloseable> opened = new ArrayList<>();

  /**
   * Finds the region. Credentials are looked for with the first call.
   *
   * @throws MissingException when nothing names a region
   */
  AwsAccess(AwsSettings settings) {
    this.settings = settings;
    this.region = region(settings);
    this.http = UrlConnectionHttpClient.create(this::open);
    this.credentials = new FoundCredentials(credentials(), settings.profile());
  }

  /** AWS's client would do so itself, but understands the environment's proxies in its own way. */
  private HttpURLConnection open(URI uri) {
    try {
      HttpURLConnection connection = settings.connections().open(uri.toURL());
      int millis = (int) Math.min(settings.timeout().toMillis(), Integer.MAX_VALUE);
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives all of it to the builder of a client, which does not repeat calls by itself. */
  <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configure(B client) {
    URI endpoint = settings.endpoint();
    if (endpoint != null) {
      client.endpointOverride(endpoint);
    }
    return client
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(AwsAccess::once);
  }

  /** Whether repeating is safe, and how often, is decided above. */
  static ClientOverrideConfiguration.Builder once(
      ClientOverrideConfiguration.Builder configuration) {
    return configuration.retryStrategy(AwsRetryStrategy.doNotRetry());
  }

  private static Region region(AwsSettings settings) {
    if (settings.region() != null) {
      return Region.of(settings.region());
    }
    try {
      return DefaultAwsRegionProviderChain.builder()
          .profileName(settings.profile())
          .build()
          .getRegion();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MissingException(MissingException.What.FILES);
    } catch (SdkClientException e) {
      if (settings.endpoint() != null) {
        return ELSEWHERE;
      }
      // Whoever names a profile may mean its region.
      throw new MissingException(
          settings.profile() != null && new NamedProfile(settings.profile(), true).isMissing()
              ? MissingException.What.PROFILE
              : MissingException.What.REGION);
    }
  }

  private AwsCredentialsProvider credentials() {
    AwsCredentialsProvider own = own();
    String role = settings.roleArn();
    if (role == null) {
      return own;
    }
    StsClient sts =
        StsClient.builder()
            .httpClient(http)
            .region(region)
            .credentialsProvider(own)
            .overrideConfiguration(AwsAccess::once)
            .build();
    opened.add(sts);
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            request ->
                request
                    .roleArn(role)
                    .externalId(settings.externalId())
                    .roleSessionName(settings.sessionName()))
        .build();
  }

  private AwsCredentialsProvider own() {
    AwsSettings.AccessKey key = settings.key();
    if (key == null) {
      // A profile that was asked for counts more than what the environment happens to have.
      if (settings.profile() != null) {
        ProfileCredentialsProvider profile = ProfileCredentialsProvider.create(settings.profile());
        opened.add(profile);
        return profile;
      }
      DefaultCredentialsProvider found = DefaultCredentialsProvider.builder().build();
      opened.add(found);
      return found;
    }
    return StaticCredentialsProvider.create(
        key.token() == null
            ? AwsBasicCredentials.create(key.id().reveal(), key.secret().reveal())
            : AwsSessionCredentials.create(
                key.id().reveal(), key.secret().reveal(), key.token().reveal()));
  }

  @Override
  public void close() {
    credentials.close();
    for (SdkAutoCloseable each : opened) {
      each.close();
    }
    http.close();
  }
}
