package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.Environment;
import dev.lockstep.processor.model.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What is visible from where, and how generated classes are named. */
final class Scope {
  private static final Set<String> USED_OF_JAVA_LANG =
      Set.of(
          "String",
          "Object",
          "Override",
          "SuppressWarnings",
          "Exception",
          "Error",
          "Throwable",
          "IllegalArgumentException",
          "IllegalStateException",
          "Integer",
          "Long",
          "Double",
          "Float",
          "Short",
          "Byte",
          "Boolean",
          "Character",
          "Iterable",
          "Number");

  private final Elements elements;

  private final BiPredicate<ClassName, ClassName> isTaken;

  private final Predicate<Element> hasSource;

  /** Packages by whether they have a class that hides one of {@code java.lang}. */
  private final Map<String, Boolean> shadows = new HashMap<>();

  private final Map<String, Boolean> visible = new HashMap<>();

  /**
   * Creates a scope.
   *
   * @param isTaken whether a generated class, named first, for a type, named second, would meet
   *     another class of its name
   * @param hasSource whether an element is compiled and not read from a class file
   */
  Scope(
      Elements elements, BiPredicate<ClassName, ClassName> isTaken, Predicate<Element> hasSource) {
    this.elements = elements;
    this.isTaken = isTaken;
    this.hasSource = hasSource;
  }

  static Visibility of(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Visibility.PRIVATE;
    }
    return modifiers.contains(Modifier.PUBLIC) ? Visibility.PUBLIC : Visibility.PACKAGE;
  }

  /** The narrowest visibility among a type and the types around it. */
  static Visibility narrowest(TypeElement type) {
    Visibility narrowest = Visibility.PUBLIC;
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      Visibility visibility = of(e);
      if (visibility.compareTo(narrowest) > 0) {
        narrowest = visibility;
      }
    }
    return narrowest;
  }

  /** The simple name of a private type among a type and the types around it, or null. */
  static @Nullable String privateType(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (of(e) == Visibility.PRIVATE) {
        return e.getSimpleName().toString();
      }
    }
    return null;
  }

  /** Whether generated code in a package can name a type. */
  static boolean isVisible(TypeElement type, String fromPackage) {
    return switch (narrowest(type)) {
      case PUBLIC -> true;
      case PACKAGE -> ClassName.get(type).packageName().equals(fromPackage);
      case PRIVATE -> false;
    };
  }

  static ClassFacts.Kind kind(TypeElement type) {
    return switch (type.getKind()) {
      case INTERFACE -> ClassFacts.Kind.INTERFACE;
      case ENUM -> ClassFacts.Kind.ENUM;
      case RECORD -> ClassFacts.Kind.RECORD;
      case ANNOTATION_TYPE -> ClassFacts.Kind.ANNOTATION;
      default -> ClassFacts.Kind.CLASS;
    };
  }

  /** {@code Outer.Inner} and {@code Runner} make {@code Outer_InnerRunner}. */
  static ClassName generated(ClassName type, String suffix) {
    return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + suffix);
  }

  Environment environment(TypeElement type, ClassName generated) {
    return new Environment(
        canSee(type, "javax.annotation.processing.Generated"),
        elements.getModuleOf(type).getQualifiedName().toString(),
        canSee(type, ApiNames.COMPILED_PIPELINE),
        isTaken.test(generated, ClassName.get(type)),
        shadows.computeIfAbsent(generated.packageName(), this::shadowsJavaLang),
        !hasSource(type)
            && elements.getTypeElement(elements.getModuleOf(type), generated.canonicalName())
                == null);
  }

  /** Looks through the package: asking a compiler for a class that is not there takes it long. */
  private boolean shadowsJavaLang(String packageName) {
    PackageElement declared = elements.getPackageElement(packageName);
    if (declared != null) {
      for (Element member : declared.getEnclosedElements()) {
        if (USED_OF_JAVA_LANG.contains(member.getSimpleName().toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an element is compiled and not read from a class file. */
  boolean hasSource(Element element) {
    return hasSource.test(element);
  }

  /**
   * Whether the module of an element sees a class: a module sees only what it requires. The
   * compiler looks for a class of another module anew each time it is asked.
   */
  private boolean canSee(TypeElement from, String name) {
    ModuleElement module = elements.getModuleOf(from);
    String key = module.getQualifiedName() + "/" + name;
    Boolean seen = visible.get(key);
    if (seen == null) {
      seen = elements.getTypeElement(module, name) != null;
      visible.put(key, seen);
    }
    return seen;
  }
}
