package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Set<String> COMMON = Lexicon.load().common();

  private static List<String> words(String text) {
    Words words = Words.of(text, COMMON);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      all.add(words.text(i, i + 1));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "trướcngày, trước|ngày",
    "trườngchủ, trường|chủ",
    "cáchuyện, các|huyện",
    "tỉnhUBND, tỉnh|UBND",
    "05tháng, 05|tháng",
    "BANHÀNH, BAN|HÀNH",
    "Triểnkhai, Triển|khai",
    "nghiêng, nghiêng",
    "giếng, giếng",
    "quyết, quyết",
    "Facebook, Facebook",
    "KH&ĐT, KH|&|ĐT",
  })
  void cutsGluedWords(String text, String pieces) {
    assertThat(words(text)).containsExactly(pieces.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({"hòa, hoà", "Ủy, uỷ", "thủy, THUỶ", "quý, Quý"})
  void meetsBothPlacesOfToneMarks(String one, String other) {
    assertThat(Syllables.key(one)).isEqualTo(Syllables.key(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nghiêm", "thuở", "giữ", "gì", "khuỷu", "yếu", "oanh", "đường", "quốc"})
  void knowsSyllables(String word) {
    assertThat(Syllables.isSyllable(Syllables.key(word))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz", "trướcngày", "ngch", "street", ""})
  void refusesOtherLetters(String word) {
    assertThat(Syllables.isSyllable(Syllables.key(word))).isFalse();
  }

  @Test
  void dropsEveryAccentOfBareWords() {
    assertThat(Syllables.bare(Syllables.key("Đường"))).isEqualTo("duong");
  }

  @Test
  void mapsOffsetsBackThroughDecomposedAndHiddenUnits() {
    String raw = "\uFEFFSo\u031B\u0309 **Y** te\u0302\u0301";
    OriginalText text = OriginalText.of(raw);
    assertThat(text.clean()).isEqualTo("Sở   Y   tế");
    assertThat(raw.substring(text.origin(0), text.originEnd(2))).isEqualTo("So\u031B\u0309");
    int end = text.clean().length();
    assertThat(
            Normalizer.normalize(
                raw.substring(text.origin(end - 2), text.originEnd(end)), Normalizer.Form.NFC))
        .isEqualTo("tế");
    assertThat(text.origin(end)).isEqualTo(raw.length());
    assertThat(text.originEnd(0)).isZero();
  }

  @Test
  void levelsBulletsDashesAndSpaces() {
    assertThat(OriginalText.of("• a – b\u00A0c\td\u0332").clean()).isEqualTo("- a - b c d");
  }

  @Test
  void knowsPhraseWithOneLostAccent() {
    Lexicon lexicon = Lexicon.load();
    Words words = Words.of("đôi với việc chu tri", lexicon.common());
    Lexicon.Senses senses = lexicon.scan(words);
    assertThat(senses.at(Sense.TOPIC, 0)).isEqualTo(2);
    assertThat(senses.at(Sense.CHAIR, 3)).isZero();
    assertThat(senses.find(Sense.TOPIC, 1, 5)).isEqualTo(-1);
  }
}
