package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;

/** The runtime's types that generated code refers to; the processor itself does not need them. */
final class RuntimeNames {
  static final ClassName SCHEMA = ClassName.get("dev.lockstep.secret", "Schema");
  static final ClassName SCHEMA_KEY = ClassName.get("dev.lockstep.secret", "SchemaKey");
  static final ClassName SECRET = ClassName.get("dev.lockstep.secret", "Secret");
  static final ClassName SECRET_READER = ClassName.get("dev.lockstep.secret", "SecretReader");
  static final ClassName SECRET_VALUE = ClassName.get("dev.lockstep.secret", "SecretValue");
  static final ClassName SECRET_WRITER = ClassName.get("dev.lockstep.secret", "SecretWriter");
  static final ClassName VALUE_TYPE = ClassName.get("dev.lockstep.secret", "ValueType");
  static final ClassName TYPES = ClassName.get("dev.lockstep.artifact", "Types");
  static final ClassName COMPILED_PIPELINE = ClassName.get("dev.lockstep.run", "CompiledPipeline");
  static final ClassName LOCKSTEP = ClassName.get("dev.lockstep.run", "Lockstep");
  static final ClassName STEP_CALL = ClassName.get("dev.lockstep.run", "StepCall");
  static final ClassName COMPONENT_CONTEXT =
      ClassName.get("dev.lockstep.stack", "ComponentContext");
  static final ClassName COMPONENT_FLAVOR = ClassName.get("dev.lockstep.stack", "ComponentFlavor");
  static final ClassName COMPONENT_TYPE = ClassName.get("dev.lockstep.stack", "ComponentType");
  static final ClassName FLAVOR_OPTION = ClassName.get("dev.lockstep.stack", "FlavorOption");
  static final ClassName OPTIONS = ClassName.get("dev.lockstep.stack", "Options");

  private RuntimeNames() {}
}
