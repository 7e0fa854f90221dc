package dev.lockstep.testing.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Google's reference says, of the double. */
final class CloudStorageDoubleTest {
  private static final int CHUNK = 256 * 1024;

  private final CloudStorageDouble google = CloudStorageDouble.start();

  @BeforeEach
  void createBucket() {
    google.createBucket("b");
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private String objects() {
    return google.endpoint() + "/storage/v1/b/b/o";
  }

  private String upload(String parameters) {
    return google.endpoint() + "/upload/storage/v1/b/b/o?uploadType=" + parameters;
  }

  private Exchange put(String name, String content) throws IOException {
    return Exchange.of("POST", upload("media&name=" + name), content);
  }

  private Exchange download(String name, String parameters, String range) throws IOException {
    return Exchange.of(
        "GET",
        objects() + "/" + name + "?alt=media" + parameters,
        new byte[0],
        range.isEmpty() ? Map.of() : Map.of("Range", range));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsUploadedIsDownloadedWithItsSum() throws IOException {
    JsonObject object = put("run%2Fa%20b%2Bc", "two").json();
    assertThat(object.string("name")).isEqualTo("run/a b+c");
    assertThat(object.string("crc32c")).isEqualTo("Utizow==");

    Exchange downloaded = download("run%2Fa%20b%2Bc", "", "");
    assertThat(downloaded.text()).isEqualTo("two");
    assertThat(downloaded.header("X-Goog-Hash")).isEqualTo("crc32c=Utizow==");
    assertThat(downloaded.header("X-Goog-Generation")).isEqualTo(object.string("generation"));
    assertThat(google.objects("b")).containsExactly("run/a b+c");
  }

  @Test
  void aPartIsDownloadedByRange() throws IOException {
    put("a", "0123456789");
    Exchange part = download("a", "", "bytes=7-");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("789");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 7-9/10");
    assertThat(download("a", "", "bytes=10-").status()).isEqualTo(416);
  }

  @Test
  void writingAgainMakesAnotherGeneration() throws IOException {
    String old = put("a", "old").json().string("generation");
    String current = put("a", "new").json().string("generation");
    assertThat(download("a", "&generation=" + old, "").status()).isEqualTo(404);
    assertThat(download("a", "&generation=" + current, "").text()).isEqualTo("new");

    assertThat(put("a&ifGenerationMatch=0", "newer").status()).isEqualTo(412);
    assertThat(put("a&ifGenerationMatch=" + old, "newer").error()).isEqualTo("conditionNotMet");
    assertThat(put("a&ifGenerationMatch=" + current, "newer").status()).isEqualTo(200);
    assertThat(put("b&ifGenerationMatch=0", "first").status()).isEqualTo(200);
    Exchange kept = Exchange.of("DELETE", objects() + "/a?ifGenerationMatch=" + current, "");
    assertThat(kept.status()).isEqualTo(412);
    assertThat(Exchange.of("DELETE", objects() + "/a", "").status()).isEqualTo(204);
    assertThat(Exchange.of("DELETE", objects() + "/a", "").status()).isEqualTo(404);
  }

  @Test
  void anUploadInOneRequestHasMetadataAndASum() throws IOException {
    for (String sum : List.of("Utizow==", "AAAAAA==")) {
      String body =
          "--x\r\nContent-Type: application/json\r\n\r\n{\"name\":\"a\",\"crc32c\":\""
              + sum
              + "\"}\r\n--x\r\nContent-Type: text/plain\r\n\r\ntwo\r\n--x--\r\n";
      Exchange uploaded =
          Exchange.of(
              "POST",
              upload("multipart"),
              bytes(body),
              Map.of("Content-Type", "multipart/related; boundary=x"));
      assertThat(uploaded.status()).isEqualTo(!sum.startsWith("A") ? 200 : 400);
    }
    assertThat(download("a", "", "").text()).isEqualTo("two");
  }

  @Test
  void aResumableUploadMakesAnObjectWithItsLastChunk() throws IOException {
    String session = begin();
    assertThat(google.unfinishedUploads()).isEqualTo(1);
    Exchange first = chunk(session, new byte[CHUNK], "bytes 0-262143/*", "");
    assertThat(first.status()).isEqualTo(308);
    assertThat(first.header("Range")).isEqualTo("bytes=0-262143");
    assertThat(chunk(session, new byte[0], "bytes */*", "").header("Range"))
        .isEqualTo("bytes=0-262143");
    assertThat(chunk(session, new byte[100], "bytes 262144-262243/*", "").status())
        .as("a chunk that is not a multiple of 256 KiB")
        .isEqualTo(400);
    assertThat(chunk(session, new byte[CHUNK], "bytes 524288-786431/*", "").status())
        .as("a gap")
        .isEqualTo(400);
    assertThat(google.objects("b")).isEmpty();

    byte[] whole = new byte[CHUNK + 3];
    byte[] last = Arrays.copyOfRange(whole, CHUNK, whole.length);
    assertThat(chunk(session, last, "bytes 262144-262146/262147", "AAAAAA==").status())
        .as("another sum")
        .isEqualTo(400);
    Exchange made = chunk(session, last, "bytes 262144-262146/262147", StoredObject.crc32c(whole));
    assertThat(made.json().string("size")).isEqualTo("262147");
    assertThat(google.objects("b")).containsExactly("a");
    assertThat(google.unfinishedUploads()).isZero();
    assertThat(chunk(session, new byte[0], "bytes */*", "").status())
        .as("asked again after a lost answer")
        .isEqualTo(200);
  }

  @Test
  void aCancelledUploadIsGone() throws IOException {
    String session = begin();
    assertThat(Exchange.of("DELETE", session, "").status()).isEqualTo(499);
    assertThat(google.unfinishedUploads()).isZero();
    assertThat(chunk(session, new byte[CHUNK], "bytes 0-262143/*", "").status()).isEqualTo(404);
  }

  private String begin() throws IOException {
    Exchange begun = Exchange.of("POST", upload("resumable"), "{\"name\":\"a\"}");
    assertThat(begun.status()).isEqualTo(200);
    return String.valueOf(begun.header("Location"));
  }

  private static Exchange chunk(String session, byte[] content, String range, String sum)
      throws IOException {
    return Exchange.of(
        "PUT",
        session,
        content,
        sum.isEmpty()
            ? Map.of("Content-Range", range)
            : Map.of("Content-Range", range, "X-Goog-Hash", "crc32c=" + sum));
  }

  @Test
  void listsComeInPagesByPrefix() throws IOException {
    for (String name : List.of("a", "ab", "a%2F1", "a%2F2", "a%2F3", "b")) {
      put(name, "x");
    }
    JsonObject page = Exchange.of("GET", objects() + "?prefix=a%2F&maxResults=2", "").json();
    assertThat(page.objects("items").stream().map(item -> item.string("name")))
        .containsExactly("a/1", "a/2");
    JsonObject next =
        Exchange.of(
                "GET",
                objects()
                    + "?prefix=a%2F&maxResults=2&pageToken="
                    + page.string("nextPageToken").replace("/", "%2F"),
                "")
            .json();
    assertThat(next.objects("items").stream().map(item -> item.string("name")))
        .containsExactly("a/3");
    assertThat(next.stringOrNull("nextPageToken")).isNull();
  }

  @Test
  void missingThingsAreToldInPlainTextToDownloadsAndInJsonToOthers() throws IOException {
    assertThat(download("none", "", "").status()).isEqualTo(404);
    assertThat(download("none", "", "").text()).startsWith("No such object");
    assertThat(Exchange.of("GET", objects() + "/none", "").error()).isEqualTo("notFound");
    String elsewhere = google.endpoint() + "/storage/v1/b/other/o";
    assertThat(Exchange.of("GET", elsewhere, "").error()).isEqualTo("notFound");
    assertThatThrownBy(() -> google.objects("other")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesThatCannotBeAreRefused() throws IOException {
    for (String name : List.of("", ".", "..", "a%0Ab", "a%0Db", "x".repeat(1025))) {
      assertThat(put(name, "x").error()).as(name).isEqualTo("invalid");
    }
    assertThat(put("x".repeat(1024), "x").status()).isEqualTo(200);
  }

  @Test
  void callsAreCountedRefusedCutAndDamagedAsTheTestWants() throws IOException {
    put("a", "0123456789");
    google.refuseOnce("objects.get", GoogleStatus.UNAVAILABLE);
    assertThat(download("a", "", "").error()).isEqualTo("backendError");
    google.damageDownloads(true);
    assertThat(download("a", "", "").text()).hasSize(10).isNotEqualTo("0123456789");
    google.damageDownloads(false);
    google.cutDownloads(true);
    Exchange half = download("a", "", "");
    assertThat(half.header("Content-Length")).isEqualTo("10");
    assertThat(half.text()).isEqualTo("01234");
    google.cutDownloads(false);
    assertThat(download("a", "", "").text()).isEqualTo("0123456789");
    assertThat(google.calls("objects.insert")).isEqualTo(1);
    assertThat(google.calls()).containsKeys("objects.get", "objects.insert");
  }
}
