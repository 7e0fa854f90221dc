package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.read.ModuleReader;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.FlavorIndexRules;
import dev.lockstep.processor.write.ServiceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What follows from all flavors together: that no two have one name, and the file by which {@code
 * ServiceLoader} finds them.
 */
final class FlavorServices {
  /** Where {@code ServiceLoader} looks. */
  static final String PATH = "META-INF/services/dev.lockstep.stack.ComponentFlavor";

  private final Elements elements;
  private final Filer filer;
  private final Reporter reporter;

  /** The class that has a name, by type of component and name. */
  private final Map<String, ClassName> names = new HashMap<>();

  private final Map<ClassName, FlavorDeclaration> flavors = new LinkedHashMap<>();

  private boolean clash;

  FlavorServices(ProcessingEnvironment environment, Reporter reporter) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
    this.reporter = reporter;
  }

  /** Takes a flavor into account, whatever is wrong with it. */
  void add(TypeElement type, FlavorDeclaration flavor) {
    ClassName name = flavor.facts().type();
    flavors.put(name, flavor);
    if (flavor.components().size() == 1) {
      ClassName other =
          names.putIfAbsent(flavor.components().get(0) + " " + flavor.name().name(), name);
      if (other != null && !other.equals(name)) {
        Report report = new Report();
        FlavorIndexRules.reportNamesake(flavor, other, report);
        clash = true;
        reporter.print(report, type);
      }
    }
  }

  /** Writes the file, unless two flavors have one name; only in the last round. */
  void finish() throws IOException {
    if (clash) {
      return;
    }
    ModuleReader modules = new ModuleReader(elements);
    flavors.values().stream()
        .filter(FlavorDeclaration::namedModule)
        .forEach(flavor -> checkProvided(flavor, modules));

    String existing = OutputFiles.read(filer, PATH);
    // Gradle has no source path, and compiles everything when a processor asks for one.
    String written =
        flavors.isEmpty() ? null : OutputFiles.read(filer, StandardLocation.SOURCE_PATH, PATH);
    ServiceFile merged = new ServiceFile();
    if (existing != null) {
      merged.add(existing, this::isStillThere);
    }
    if (written != null) {
      merged.add(written, this::isStillThere);
    }
    flavors.values().forEach(flavor -> merged.put(flavor.generated(), flavor.facts().type()));
    String text = merged.text();
    // A build tool may have removed what the last compilation wrote: what is in it is written
    // again.
    if (!flavors.isEmpty() || !text.equals(Objects.requireNonNullElse(existing, ""))) {
      OutputFiles.write(
          filer,
          PATH,
          text,
          flavors.keySet().stream()
              .map(this::element)
              .filter(Objects::nonNull)
              .toArray(Element[]::new));
    }
  }

  /** Whether an earlier compilation's entry is right: this one may not see all files. */
  private boolean isStillThere(String provider, String origin) {
    return elements.getTypeElement(provider) != null
        && ModuleReader.isFlavor(elements.getTypeElement(origin));
  }

  private void checkProvided(FlavorDeclaration flavor, ModuleReader modules) {
    TypeElement type = element(flavor.facts().type());
    if (type == null) {
      return;
    }
    Set<String> provided = modules.providedFlavors(type);
    if (!provided.contains(flavor.generated().canonicalName())) {
      Set<String> all = new TreeSet<>(provided);
      flavors.values().forEach(each -> all.add(each.generated().canonicalName()));
      Report report = new Report();
      FlavorIndexRules.reportNotProvided(
          flavor.facts().type(), Location.of(type), modules.name(type), all, report);
      reporter.print(report, type);
    }
  }

  /** A class as the last round has it; null when several modules have one of that name. */
  private @Nullable TypeElement element(ClassName name) {
    return elements.getTypeElement(name.canonicalName());
  }
}
