package dev.lockstep.stack;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A secrets manager of classes of its own. */
final class LoadedSecretsManager implements SecretsManager {
  private final SecretsManager delegate;
  private final ContextLoader classes;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedSecretsManager(SecretsManager delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public void register(Secret secret) {
    ClassLoader before = classes.enter();
    try {
      delegate.register(secret);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public Secret get(String name) {
    ClassLoader before = classes.enter();
    try {
      return delegate.get(name);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    ClassLoader before = classes.enter();
    try {
      return delegate.getAll(names);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public List<String> list() {
    ClassLoader before = classes.enter();
    try {
      return delegate.list();
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void update(Secret secret) {
    ClassLoader before = classes.enter();
    try {
      delegate.update(secret);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void delete(String name) {
    ClassLoader before = classes.enter();
    try {
      delegate.delete(name);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void deleteAll(boolean force) {
    ClassLoader before = classes.enter();
    try {
      delegate.deleteAll(force);
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
}
