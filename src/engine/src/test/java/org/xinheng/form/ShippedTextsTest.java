package org.xinheng.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Text;

/** What this project has written for students, guardians and schools. */
class ShippedTextsTest {

  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();

  static Stream<String> forms() throws IOException {
    return LIBRARY.ids(Kind.FORM).stream();
  }

  static Stream<String> packs() throws IOException {
    return LIBRARY.ids(Kind.WORDING).stream();
  }

  static Stream<String> ownQuestionnaires() throws IOException {
    List<String> own = new ArrayList<>();
    for (String id : LIBRARY.ids(Kind.QUESTIONNAIRE)) {
      if (LIBRARY.questionnaire(id).about().isNotValidated()) {
        own.add(id);
      }
    }
    return own.stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatAStudentOrGuardianReadsNamesNoDisorderAndNoTier(String id) throws IOException {
    PrintedForm form = LIBRARY.form(id);
    if (form.readers().stream().anyMatch(FormReader::isSparedLabels)) {
      for (Text text : form.texts()) {
        assertThat(LabelWords.firstIn(text)).as(text.en()).isEmpty();
      }
    }
    assertThat(form.validated()).hasValue(false);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theWordingOfOurQuestionnairesNamesNoDisorderAndNoTier(String pack) throws IOException {
    String id = pack.substring(0, pack.indexOf('.'));
    Instrument instrument = LIBRARY.questionnaire(id);
    assertThat(instrument.about().licence().wording()).isEqualTo(Licence.Wording.REDISTRIBUTABLE);
    assertThat(instrument.about().isNotValidated()).isTrue();
    Language language = pack.endsWith(".en") ? Language.EN : Language.ZH_CN;
    WordingPack wording = LIBRARY.wording(instrument, language).orElseThrow();
    assertThat(wording.language()).isEqualTo(language);
    Stream.of(
            Stream.of(wording.instruction(), instrument.about().name().in(language)),
            wording.items().values().stream(),
            wording.responses().values().stream().flatMap(labels -> labels.values().stream()))
        .flatMap(texts -> texts)
        .forEach(text -> assertThat(LabelWords.firstIn(text, language)).as(text).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("ownQuestionnaires")
  void ourQuestionnairesHaveWordingInBothLanguagesAndRaiseNoAlert(String id) throws IOException {
    Instrument instrument = LIBRARY.questionnaire(id);
    for (Language language : Language.values()) {
      assertThat(LIBRARY.wording(instrument, language)).as(language.tag()).isPresent();
    }
    assertThat(instrument.critical()).allMatch(critical -> critical.alert() == Alert.NONE);
  }

  @Test
  void aPublishedQuestionnaireComesWithoutWording() throws IOException {
    assertThat(LIBRARY.wording(LIBRARY.questionnaire("phq-9"), Language.EN)).isEmpty();
  }

  @Test
  void thereAreEightFormsAtLeast() throws IOException {
    assertThat(LIBRARY.ids(Kind.FORM).size() + ownQuestionnaires().count())
        .isGreaterThanOrEqualTo(8);
  }

  /** The seed's five risk factors and change of setting, and the five groups of the national list of 2025. */
  @Test
  void theVocabularyHoldsBothLists() throws IOException {
    List<String> codes =
        LIBRARY.form("risk-factors").codes().stream().map(FormCode::id).toList();
    assertThat(codes)
        .contains(
            "academic-pressure",
            "economic-hardship",
            "emotional-crisis",
            "family-upheaval",
            "bullied",
            "changed-school",
            "new-setting",
            "left-behind",
            "migrant",
            "orphan",
            "unattended",
            "single-parent");
  }

  @Test
  void theInterviewHasTheFiveOutcomes() throws IOException {
    FormField outcome = LIBRARY.form("interview").fields().stream()
        .filter(field -> field.id().equals("outcome"))
        .findFirst()
        .orElseThrow();
    assertThat(((FormEntry.Choice) outcome.entry()).options())
        .extracting(FormEntry.Option::code)
        .containsExactly("confirm", "raise", "lower", "refer", "no-concern");
  }

  /** The minimum that a clinician needs: no answers, no scores, no tier, no address, no number of a register. */
  @Test
  void theReferralLetterHoldsTheMinimumAndNothingElse() throws IOException {
    Set<String> minimum = Set.of(
        "name",
        "birth",
        "grade",
        "guardian",
        "observed",
        "function",
        "safety",
        "safety-note",
        "support",
        "earlier-care",
        "question",
        "consent-until",
        "guardian-signature",
        "student-assent",
        "school-signature",
        "seen-on",
        "advice",
        "attendance",
        "clinician");
    assertThat(LIBRARY.form("referral-letter").fields())
        .extracting(FormField::id)
        .containsExactlyInAnyOrderElementsOf(minimum);
  }

  @ParameterizedTest
  @CsvSource({
    "You seem to have depression., depression",
    "This is Tier 2., tier",
    "He is at risk., at risk",
    "A high-risk group., high-risk"
  })
  void findsLabelsInEnglish(String text, String word) {
    assertThat(LabelWords.firstIn(text, Language.EN)).hasValue(word);
  }

  @ParameterizedTest
  @CsvSource({"孩子有抑郁倾向, 抑郁", "属于二级, 二级", "列为重点关注, 重点关注", "网瘾, 网瘾"})
  void findsLabelsInChinese(String text, String word) {
    assertThat(LabelWords.firstIn(text, Language.ZH_CN)).hasValue(word);
  }

  @ParameterizedTest
  @CsvSource({"This is not a diagnosis.", "He frontiered his patience.", "Not anxious today."})
  void harmlessWordsAreNoLabels(String text) {
    assertThat(LabelWords.firstIn(text, Language.EN)).isEmpty();
  }
}
