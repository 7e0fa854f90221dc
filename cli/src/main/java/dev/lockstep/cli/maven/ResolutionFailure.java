package dev.lockstep.cli.maven;

import dev.lockstep.text.Names;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.http.client.HttpResponseException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.jspecify.annotations.Nullable;

/**
 * What kept an artifact from being had: all that went wrong, of which the first thing that has a
 * remedy of its own is told. Of what others say it tells the names of exceptions and the codes of
 * HTTP alone, because a server or a proxy may repeat what it was sent.
 */
record ResolutionFailure(
    String coordinates,
    Set<Throwable> all,
    List<RemoteRepository> repositories,
    Path localRepository,
    Set<String> undecrypted) {
  private static final String WRITABLE =
      "free space there and give your user access to it, or name another folder as"
          + " <localRepository> in Maven's settings";
  private static final String OURS = "dev.lockstep:";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int PROXY_UNAUTHORIZED = 407;

  static ResolutionException of(
      String coordinates,
      DependencyResolutionException failure,
      List<RemoteRepository> repositories,
      Path localRepository,
      Set<String> undecrypted) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(failure, all);
    return new ResolutionFailure(coordinates, all, repositories, localRepository, undecrypted)
        .exception();
  }

  static ResolutionException unexpected(
      String coordinates, RuntimeException failure, Path localRepository) {
    if (failure instanceof UncheckedIOException disk && disk.getCause() != null) {
      return new ResolutionException(
          coordinates
              + " cannot be written to the local repository "
              + localRepository
              + " ("
              + disk.getCause().getClass().getSimpleName()
              + ").\n  Fix: "
              + WRITABLE
              + ".",
          false);
    }
    return new ResolutionException(
        coordinates
            + " cannot be had: "
            + failure.getClass().getName()
            + ".\n  Fix: look whether "
            + localRepository
            + " is a folder that you can write, and repeat.",
        false);
  }

  private static void collect(@Nullable Throwable failure, Set<Throwable> all) {
    if (failure == null || !all.add(failure)) {
      return;
    }
    if (failure instanceof DependencyCollectionException e && e.getResult() != null) {
      e.getResult().getExceptions().forEach(inner -> collect(inner, all));
    }
    if (failure instanceof ArtifactResolutionException e) {
      for (ArtifactResult result : e.getResults()) {
        result.getExceptions().forEach(inner -> collect(inner, all));
      }
    }
    collect(failure.getCause(), all);
  }

  ResolutionException exception() {
    if (find(ChecksumFailureException.class) != null) {
      return failure(
          "does not have the checksum that "
              + source()
              + " says, or that has none for it: the file was damaged or replaced on its way",
          "repeat; when it stays so, ask whoever runs that repository");
    }
    if (find(RepositoryOfflineException.class) != null) {
      return failure(
          "is not in the local repository " + localRepository + ", and Maven is set to offline",
          "remove <offline> from Maven's settings, or have it downloaded elsewhere first");
    }
    RemoteRepository blocked = blocked();
    if (blocked != null) {
      return failure(
          "cannot be asked for: Maven's settings block " + described(blocked),
          "give a mirror or a repository with https in Maven's settings");
    }
    HttpResponseException http = find(HttpResponseException.class);
    if (http != null) {
      return http(http.getStatusCode());
    }
    FileSystemException disk = find(FileSystemException.class);
    if (disk != null) {
      return failure(
          "cannot be written to the local repository "
              + localRepository
              + " ("
              + disk.getClass().getSimpleName()
              + ")",
          WRITABLE);
    }
    Throwable transfer = transfer();
    if (transfer != null) {
      return failure(
          "cannot be downloaded from " + source() + " (" + innermost(transfer) + ")",
          "look whether that address can be reached from here; a proxy or a mirror belongs into"
              + " Maven's settings");
    }
    List<String> asked = new ArrayList<>();
    for (RemoteRepository repository : repositories) {
      asked.add(described(repository));
    }
    String problem =
        "is neither in the local repository "
            + localRepository
            + " nor in "
            + (asked.isEmpty() ? "any other: Maven's settings name none" : Names.list(asked));
    // A library of others is not had by building ours.
    return artifact().startsWith(OURS)
        ? new ResolutionException(artifact() + " " + problem + ".", true)
        : failure(problem, "name a repository that has it in Maven's settings");
  }

  private ResolutionException http(int status) {
    RemoteRepository asked = repository();
    String id = asked == null ? "ID" : asked.getId();
    if (status == PROXY_UNAUTHORIZED) {
      return failure(
          "cannot be downloaded from " + source() + ": the proxy wants credentials (HTTP 407)",
          "give a username and a password for the proxy in Maven's settings");
    }
    if ((status == UNAUTHORIZED || status == FORBIDDEN) && undecrypted.contains(id)) {
      return failure(
          "was refused by "
              + source()
              + " (HTTP "
              + status
              + "): the encrypted password of the server '"
              + id
              + "' in Maven's settings cannot be decrypted",
          "put the master password that it was encrypted with into settings-security.xml in"
              + " ~/.m2, or encrypt it anew with 'mvn --encrypt-password'");
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return failure(
          "was refused by " + source() + " (HTTP " + status + ")",
          "give the credentials for the server '" + id + "' in Maven's settings");
    }
    return failure(
        "cannot be downloaded from " + source() + " (HTTP " + status + ")",
        "repeat later; when it stays so, ask whoever runs that repository");
  }

  private ResolutionException failure(String problem, String fix) {
    return new ResolutionException(artifact() + " " + problem + ".\n  Fix: " + fix + ".", false);
  }

  private <E extends Throwable> @Nullable E find(Class<E> type) {
    for (Throwable failure : all) {
      if (type.isInstance(failure)) {
        return type.cast(failure);
      }
    }
    return null;
  }

  private @Nullable Throwable transfer() {
    for (Throwable failure : all) {
      boolean missing = failure instanceof ArtifactNotFoundException;
      if (failure instanceof ArtifactTransferException && !missing) {
        return failure;
      }
      if (failure instanceof MetadataTransferException && failure.getCause() != null) {
        return failure;
      }
    }
    return find(NoRepositoryConnectorException.class);
  }

  /** The artifact that failed, which may be one that the wanted one needs. */
  private String artifact() {
    Artifact failed = null;
    for (Throwable failure : all) {
      if (failure instanceof ArtifactTransferException e && e.getArtifact() != null) {
        failed = e.getArtifact();
      }
    }
    String name =
        failed == null
            ? coordinates
            : failed.getGroupId() + ":" + failed.getArtifactId() + ":" + failed.getVersion();
    return name.equals(coordinates) ? name : name + ", which " + coordinates + " needs,";
  }

  private @Nullable RemoteRepository repository() {
    for (Throwable failure : all) {
      if (failure instanceof ArtifactTransferException e && e.getRepository() != null) {
        return e.getRepository();
      }
      if (failure instanceof MetadataTransferException e && e.getRepository() != null) {
        return e.getRepository();
      }
    }
    return repositories.isEmpty() ? null : repositories.get(0);
  }

  private @Nullable RemoteRepository blocked() {
    RemoteRepository failed = repository();
    return failed != null && failed.isBlocked() ? failed : null;
  }

  private String source() {
    RemoteRepository repository = repository();
    return repository == null ? "its repository" : described(repository);
  }

  private static String described(RemoteRepository repository) {
    return "'" + repository.getId() + "' (" + address(repository.getUrl()) + ")";
  }

  /** The address without what may be a password. */
  private static String address(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() == null
          ? uri.getScheme() + ":" + String.valueOf(uri.getPath())
          : new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
              .toString();
    } catch (URISyntaxException e) {
      return "an address that is none";
    }
  }

  private static String innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getClass().getSimpleName();
  }
}
