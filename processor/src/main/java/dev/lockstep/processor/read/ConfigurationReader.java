package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ConfigurationDeclaration;
import dev.lockstep.processor.model.ConfigurationDeclaration.Option;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.OptionKind;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Location;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads records that configure flavors. */
final class ConfigurationReader {
  private final TypeReader types;

  ConfigurationReader(TypeReader types) {
    this.types = types;
  }

  /**
   * Reads a record.
   *
   * @param generatedPackage where the generated code is that must see it
   * @param location the parameter that takes it
   */
  ConfigurationDeclaration read(TypeElement type, String generatedPackage, Location location) {
    List<Option> options =
        ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
            .map(component -> option(type, component, generatedPackage))
            .toList();
    return new ConfigurationDeclaration(
        ClassName.get(type),
        Scope.privateType(type),
        Scope.isVisible(type, generatedPackage),
        ClassReader.isGeneric(type),
        options,
        location);
  }

  private Option option(
      TypeElement type, RecordComponentElement component, String generatedPackage) {
    Location location = locationOf(type, component);
    AnnotationView param = AnnotationView.of(component, ApiNames.PARAM).orElse(null);
    String name = component.getSimpleName().toString();
    Named given = param == null ? null : param.named("name");
    String text = param == null ? null : param.text("value");
    TypeRef whole = types.ref(component.asType());
    TypeMirror content = TypeReader.optionalContent(component.asType());
    TypeRef value = content == null ? whole : types.ref(content);
    TypeElement constants = SchemaReader.constantsOf(types.mirror(value));
    return new Option(
        name,
        given == null ? name : given.name(),
        Names.kebab(given == null ? name : given.name()),
        whole,
        value,
        content != null,
        constants != null ? OptionKind.ENUM : OptionKind.of(value.name()).orElse(null),
        constants == null ? List.of() : SchemaReader.constants(constants),
        text == null || text.equals(ApiNames.REQUIRED) ? null : text,
        param == null ? "" : param.text("description", ""),
        ParameterReader.inaccessible(types.mirror(value), generatedPackage),
        location);
  }

  /** The component's field stands for it: compilers do not know where components are. */
  static Location locationOf(TypeElement type, RecordComponentElement component) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .map(Location::of)
        .orElseGet(() -> Location.of(component));
  }
}
