package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.descriptor.DescriptorException;
import dev.lockstep.descriptor.DescriptorReader;
import dev.lockstep.descriptor.DescriptorWriter;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The runtime reads what the processor writes, in this version and in others. */
class DescriptorTest {
  private static PipelineDescriptor read(byte[] json) {
    try {
      return DescriptorReader.read(new ByteArrayInputStream(json), "shop.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PipelineDescriptor read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.processor.Golden#cases")
  void whatIsReadIsWrittenAgain(String name) {
    Golden.descriptors(name)
        .forEach(
            (file, json) -> {
              String written = DescriptorWriter.write(read(json));

              assertThat(Json.readObject(written)).as(file).isEqualTo(Json.readObject(json));
              assertThat(read(written)).as(file).isEqualTo(read(json));
            });
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.processor.Golden#cases")
  void fieldsOfANewerMinorVersionAreIgnoredAtEveryLevel(String name) {
    Golden.descriptors(name)
        .forEach(
            (file, json) -> {
              Object newer = withUnknownFields(Json.readObject(json).fields());

              assertThat(read(Json.write(newer))).as(file).isEqualTo(read(json));
            });
  }

  private static @Nullable Object withUnknownFields(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> more = new LinkedHashMap<>();
      more.put("future", List.of(Map.of("a", 1), 2.5, "three"));
      map.forEach((key, element) -> more.put(key, withUnknownFields(element)));
      more.computeIfPresent("minor", (key, minor) -> 99);
      return more;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> more = new ArrayList<>();
      list.forEach(element -> more.add(withUnknownFields(element)));
      return more;
    }
    return value;
  }

  @Test
  void aNewerMajorVersionIsRefusedWithWhatMadeItAndWhatToDo() {
    assertThatThrownBy(() -> read("{\"format\": 2, \"lockstep\": \"3.1\", \"pipelines\": {}}"))
        .isInstanceOf(DescriptorException.class)
        .hasMessage(
            "The descriptor shop.json has format 2, made by Lockstep 3.1, and this version of"
                + " Lockstep reads up to 1. Use the version of lockstep-runtime that the pipeline was"
                + " compiled with.");
    assertThatThrownBy(() -> read("{\"format\": 2}"))
        .hasMessageStartingWith("The descriptor shop.json has format 2, and this version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"text\"",
        "{\"format\": 1}",
        "{\"format\": 0}",
        "{\"format\": \"1\"}",
        "{\"format\": 1, \"format\": 1}",
        "{\"format\": 1, \"name\": \"a\", \"class\": \"A\", \"runner\": \"R\", \"steps\": {}}",
        "{\"format\": 1, \"name\": 1, \"class\": \"A\", \"runner\": \"R\", \"steps\": []}",
        "{\"format\": 1} {}",
        "\u0000\u0000\u0000{",
      })
  void whatIsNoDescriptorIsRefusedWithWhatToDo(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DescriptorException.class)
        .hasMessageStartingWith("The descriptor shop.json cannot be read: ")
        .hasMessageEndingWith(". Compile the pipeline again.");
  }

  @Test
  void aDescriptorThatWasCutAnywhereIsRefused() {
    byte[] whole =
        Golden.descriptors("attempts")
            .values()
            .iterator()
            .next()
            .strip()
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(DescriptorException.class);
    }
    byte[] broken = whole.clone();
    broken[30] = (byte) 0xff;
    assertThatThrownBy(() -> read(broken)).isInstanceOf(DescriptorException.class);
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(DescriptorException.class);
  }

  @Test
  void aHugeDescriptorIsRead() {
    StringBuilder json =
        new StringBuilder(
            "{\"format\": 1, \"name\": \"a\", \"class\": \"A\", \"runner\": \"R\", \"steps\": [");
    for (int i = 0; i < 20_000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"name\": \"s" + i + "\", \"class\": \"A\", \"method\": \"m\"}");
    }
    assertThat(read(json + "]}").steps()).hasSize(20_000);
  }

  @Test
  void itHoldsWhatPreflightPlanPolicyAndOrchestratorsNeed() {
    PipelineDescriptor nightly = only("attempts", "golden.attempts.Nightly.json");
    assertThat(nightly.schedule()).isEqualTo("0 4 * * *");
    assertThat(nightly.rotation()).isEqualTo("PINNED");
    assertThat(nightly.cache()).isEqualTo("OFF");
    assertThat(nightly.step("load"))
        .hasValueSatisfying(
            step -> {
              assertThat(step.retries()).isEqualTo(3);
              assertThat(step.backoff()).isEqualTo(Duration.ofSeconds(2));
              assertThat(step.timeout()).isEqualTo(Duration.ofMinutes(5));
              assertThat(step.outputs().get(0).materializer())
                  .isEqualTo("golden.attempts.Nightly$BitSetMaterializer");
            });
    assertThat(nightly.step("count-changes"))
        .hasValueSatisfying(
            step -> {
              assertThat(step.isolation()).isEqualTo("PROCESS");
              assertThat(step.cpu()).isEqualTo("2");
              assertThat(step.memory()).isEqualTo("1Gi");
              assertThat(step.upstream()).containsExactly("load");
            });

    PipelineDescriptor sync = only("secrets", "golden.secrets.Sync.json");
    assertThat(sync.secrets())
        .filteredOn(SecretDescriptor::optional)
        .extracting(SecretDescriptor::name)
        .containsExactly("mail");
    assertThat(sync.step("both").orElseThrow().environment())
        .containsExactly("vendor", "proxy", "tracing");
    assertThat(sync.step("both").orElseThrow().parameterSecrets())
        .containsExactly("warehouse", "vendor");

    PipelineDescriptor signing = only("schemas", "golden.schemas.Signing.json");
    assertThat(signing.secret("tokens").orElseThrow().atLeastOne()).isTrue();
    assertThat(signing.secret("everything").orElseThrow().description())
        .isEqualTo("A \"secret\" of every kind.");
    assertThat(signing.secret("everything").orElseThrow().keys())
        .filteredOn(key -> key.name().equals("client-pin"))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.env()).isEqualTo("PIN");
              assertThat(key.pattern()).isEqualTo("[0-9]{4}");
              assertThat(key.required()).isTrue();
            });
  }

  private static PipelineDescriptor only(String name, String file) {
    String json = Golden.descriptors(name).get(file);
    assertThat(json).as(file).isNotNull();
    return read(String.valueOf(json));
  }
}
