package dev.lockstep.processor.code;

import com.squareup.javapoet.ClassName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the classes that a file mentions are named in it: by as little as is clear where the name
 * stands. Of two classes with one simple name, the one that is mentioned first is imported.
 */
final class TypeNames {
  private record Level(ClassName name, TypeSpec type) {}

  private final ClassName file;
  private final Set<String> alwaysQualified;

  /** The classes around the place that is written, the innermost first. */
  private final Deque<Level> around = new ArrayDeque<>();

  /** Simple names of classes from other packages, and whom they would stand for. */
  private final Map<String, ClassName> importable = new HashMap<>();

  /** Simple names of classes of the same package, which no import may take away. */
  private final Set<String> ofThePackage = new HashSet<>();

  private boolean collecting = true;

  TypeNames(ClassName file, Set<String> alwaysQualified) {
    this.file = file;
    this.alwaysQualified = alwaysQualified;
  }

  void enter(TypeSpec type) {
    Level outer = around.peek();
    ClassName name = outer == null ? file : outer.name().nestedClass(type.name());
    around.push(new Level(name, type));
  }

  void leave() {
    around.pop();
  }

  /** Ends the time in which names are only collected: from now on they are what is imported. */
  void settle() {
    importable.keySet().removeAll(ofThePackage);
    collecting = false;
  }

  /** The imports, in their order. */
  Collection<ClassName> imports() {
    return new TreeSet<>(importable.values());
  }

  /**
   * The name of a class.
   *
   * @param mayImport whether a mention there is a reason to import it
   */
  String name(ClassName type, boolean mayImport) {
    boolean taken = false;
    for (ClassName c = type; c != null; c = c.enclosingClassName()) {
      ClassName known = known(c.simpleName());
      taken = known != null;
      // By its text: comparing the names themselves writes both down again each time.
      if (known != null && c.canonicalName().equals(known.canonicalName())) {
        List<String> names = type.simpleNames();
        return String.join(".", names.subList(c.simpleNames().size() - 1, names.size()));
      }
    }
    if (taken) {
      return type.canonicalName();
    }
    ClassName outermost = type.topLevelClassName();
    if (type.packageName().equals(file.packageName())) {
      ofThePackage.add(outermost.simpleName());
      return String.join(".", type.simpleNames());
    }
    if (collecting
        && mayImport
        && !type.packageName().isEmpty()
        && !alwaysQualified.contains(type.simpleName())) {
      importable.putIfAbsent(outermost.simpleName(), outermost);
    }
    return type.canonicalName();
  }

  /** What a simple name means at this place, as far as this file decides it. */
  private @Nullable ClassName known(String simpleName) {
    for (Level level : around) {
      if (level.type().nestedNames().contains(simpleName)) {
        return level.name().nestedClass(simpleName);
      }
    }
    if (file.simpleName().equals(simpleName)) {
      return file;
    }
    return collecting ? null : importable.get(simpleName);
  }
}
