package dev.lockstep.processor.read;

import dev.lockstep.processor.model.StorageProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What is known of the JDK's types and of JSON. Of a type that is not here nothing is said. */
final class KnownTypes {
  /** These and what extends them. */
  private static final Map<String, Kind> PARENTS =
      Map.ofEntries(
          Map.entry("java.util.concurrent.Future", Kind.PENDING),
          Map.entry("java.util.concurrent.CompletionStage", Kind.PENDING),
          Map.entry("java.util.stream.BaseStream", Kind.PENDING),
          Map.entry("java.io.InputStream", Kind.STREAM),
          Map.entry("java.io.OutputStream", Kind.STREAM),
          Map.entry("java.io.Reader", Kind.STREAM),
          Map.entry("java.io.Writer", Kind.STREAM),
          Map.entry("java.lang.Thread", Kind.HANDLE),
          Map.entry("java.lang.ThreadLocal", Kind.HANDLE),
          Map.entry("java.lang.ClassLoader", Kind.HANDLE),
          Map.entry("java.lang.Process", Kind.HANDLE),
          Map.entry("java.lang.reflect.AccessibleObject", Kind.HANDLE),
          Map.entry("java.net.Socket", Kind.HANDLE),
          Map.entry("java.net.ServerSocket", Kind.HANDLE),
          Map.entry("java.net.http.HttpClient", Kind.HANDLE),
          Map.entry("java.nio.channels.Channel", Kind.HANDLE),
          Map.entry("java.util.Timer", Kind.HANDLE),
          Map.entry("java.util.concurrent.ExecutorService", Kind.HANDLE),
          Map.entry("java.util.concurrent.locks.Lock", Kind.HANDLE),
          Map.entry("java.util.logging.Logger", Kind.HANDLE),
          Map.entry("java.sql.Connection", Kind.HANDLE),
          Map.entry("java.sql.Statement", Kind.HANDLE),
          Map.entry("java.sql.ResultSet", Kind.HANDLE),
          Map.entry("javax.sql.DataSource", Kind.HANDLE));

  /** Exactly these: what implements them may be more than that. */
  private static final Map<String, Kind> EXACT =
      Map.of(
          "java.util.Iterator", Kind.PENDING,
          "java.util.concurrent.Callable", Kind.CODE,
          "java.lang.Runnable", Kind.CODE,
          "java.util.Comparator", Kind.CODE,
          "java.util.concurrent.Executor", Kind.HANDLE);

  /** JSON is made of these, and nothing reads it. */
  static final Set<String> OPAQUE =
      Set.of(
          "java.lang.Comparable",
          "java.lang.Enum",
          "java.lang.Record",
          "java.time.temporal.Temporal",
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount",
          "java.util.AbstractCollection",
          "java.util.AbstractMap.SimpleEntry",
          "java.util.AbstractQueue",
          "java.util.AbstractSequentialList",
          "java.util.BitSet",
          "java.util.Dictionary",
          "java.util.DoubleSummaryStatistics",
          "java.util.IntSummaryStatistics",
          "java.util.LongSummaryStatistics",
          "java.util.Random",
          "java.util.Scanner",
          "java.util.StringJoiner",
          "java.util.concurrent.BlockingDeque",
          "java.util.concurrent.BlockingQueue",
          "java.util.concurrent.TransferQueue",
          "java.util.concurrent.atomic.DoubleAdder",
          "java.util.concurrent.atomic.LongAdder");

  private static final List<String> NO_KEYS =
      List.of("java.util.Collection", "java.util.Map", "java.nio.file.Path");

  private final TypeReader types;

  KnownTypes(TypeReader types) {
    this.types = types;
  }

  static boolean isOfTheJdk(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }

  /** Whether a type is the one stream that can be stored, by itself. */
  static boolean isStream(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.io.InputStream");
  }

  /** What is wrong with a type, or null. */
  @Nullable Kind kind(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (EXACT.containsKey(name)) {
      return EXACT.get(name);
    }
    if (name.startsWith("java.util.function.")) {
      return Kind.CODE;
    }
    if (OPAQUE.contains(name)) {
      return Kind.OPAQUE;
    }
    for (String parent : types.supertypes(type).keySet()) {
      Kind kind = PARENTS.get(parent);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  boolean isMap(TypeMirror type) {
    TypeElement element = TypeReader.element(type);
    return element != null && isOfTheJdk(element) && types.isA(type, "java.util.Map");
  }

  boolean canBeKey(TypeElement type) {
    for (String parent : NO_KEYS) {
      if (types.isA(type.asType(), parent)) {
        return false;
      }
    }
    return true;
  }

  /** Those arguments of a type of the JDK of which values are stored with it. */
  List<? extends TypeMirror> content(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    TypeElement element = TypeReader.element(type);
    if (element == null
        || !isOfTheJdk(element)
        || element.getQualifiedName().contentEquals("java.lang.Class")) {
      return List.of();
    }
    // A key of a map is a text, and told apart from values.
    return arguments.size() == 2 && isMap(type) ? arguments.subList(1, 2) : arguments;
  }
}
