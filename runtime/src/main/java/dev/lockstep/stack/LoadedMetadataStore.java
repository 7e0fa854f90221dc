package dev.lockstep.stack;

import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A metadata store of classes of its own; so are its journals. */
final class LoadedMetadataStore implements MetadataStore {
  private final MetadataStore delegate;
  private final ContextLoader classes;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedMetadataStore(MetadataStore delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public RunJournal create(String run) {
    ClassLoader before = classes.enter();
    try {
      return new Journal(delegate.create(run), classes);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public List<RunEvent> events(String run) {
    ClassLoader before = classes.enter();
    try {
      return delegate.events(run);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public Optional<RunRecord> find(String run) {
    ClassLoader before = classes.enter();
    try {
      return delegate.find(run);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public List<RunSummary> list() {
    ClassLoader before = classes.enter();
    try {
      return delegate.list();
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public boolean delete(String run) {
    ClassLoader before = classes.enter();
    try {
      return delegate.delete(run);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ClassLoader before = classes.enter();
    try {
      delegate.close();
    } finally {
      classes.leave(before);
      classes.release();
    }
  }

  private record Journal(RunJournal delegate, ContextLoader classes) implements RunJournal {
    @Override
    public void append(List<RunEvent> events) {
      ClassLoader before = classes.enter();
      try {
        delegate.append(events);
      } finally {
        classes.leave(before);
      }
    }

    @Override
    public void close() {
      ClassLoader before = classes.enter();
      try {
        delegate.close();
      } finally {
        classes.leave(before);
      }
    }
  }
}
