package org.xinheng.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentNumberTest {

  /** The table of weights of GB 11643-1999, by which the examples there are made. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** Nobody's: 33010620130501001 by the table is 148, which is 5 modulo 11, whose character is 7. */
  private static final String RIGHT = "G330106201305010017";

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void givesTheCheckCharacterOfTheExamplesOfTheStandard(String example) {
    assertThat(StudentNumber.checkCharacter(example)).isEqualTo(example.charAt(17));
  }

  @Test
  void weighsTheDigitsAsTheTableOfTheStandardDoes() {
    for (int place = 0; place < WEIGHTS.length; place++) {
      // A single 1 among zeros gives the character of its weight.
      String digits = "0".repeat(place) + "1" + "0".repeat(WEIGHTS.length - place - 1);
      assertThat(StudentNumber.checkCharacter(digits))
          .isEqualTo("10X98765432".charAt(WEIGHTS[place] % 11));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RIGHT,
        "g330106201305010017",
        " Ｇ３３０１０６２０１３０５０１００１７ ",
        "J330106201305010017",
        "G11010519491231002x",
        "L330106201305010018",
        "20260001",
        "S-17",
        "007",
        "202607010203001",
        "G1234567890123456",
        ""
      })
  void findsNothingWrongWithRightNumbersAndIdsOfASchoolsOwn(String id) {
    assertThat(StudentNumber.fault(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "G33010620130501001, LENGTH",
    "G3301062013050100177, LENGTH",
    "L33010620130501001, LENGTH",
    "G3301062013050X0017, CHARACTERS",
    "G330106201313010017, BIRTH",
    "G330106201302290017, BIRTH",
    "L330106189912310017, BIRTH",
    "G330106201305010018, CHECK",
    "J33010620130501001X, CHECK",
    "330106201305010017, NO_LETTER"
  })
  void saysWhatIsWrong(String id, StudentNumber.Fault fault) {
    assertThat(StudentNumber.fault(id)).contains(fault);
  }

  @Test
  void findsEveryDigitThatIsMistypedAndEveryTwoThatChangePlaces() {
    // ISO 7064: a system of modulus 11 finds all single substitutions and all transpositions.
    for (int at = 1; at < RIGHT.length(); at++) {
      int place = at;
      assertThat(IntStream.range(0, 10)
              .filter(digit -> digit != RIGHT.charAt(place) - '0')
              .mapToObj(digit -> RIGHT.substring(0, place) + digit + RIGHT.substring(place + 1)))
          .allSatisfy(mistyped -> assertThat(StudentNumber.fault(mistyped)).isPresent());
      if (at + 1 < RIGHT.length() && RIGHT.charAt(at) != RIGHT.charAt(at + 1)) {
        String turned = RIGHT.substring(0, at)
            + RIGHT.charAt(at + 1)
            + RIGHT.charAt(at)
            + RIGHT.substring(at + 2);
        assertThat(StudentNumber.fault(turned)).isPresent();
      }
    }
  }

  @Test
  void noMessageHoldsADigitOfANumber() {
    for (StudentNumber.Fault fault : StudentNumber.Fault.values()) {
      assertThat(fault.message()).doesNotContain("3301", "2013").isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "g330106201305010017, G****************17",
    "330106201305010017, ****************17",
    "G33010620130501001, G***************01",
    "20260001, 20260001"
  })
  void masksWhatSaysWhoSomebodyIsAndNoIdOfASchoolsOwn(String id, String masked) {
    assertThat(StudentNumber.masked(id)).isEqualTo(masked);
  }
}
