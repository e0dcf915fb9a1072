package org.xinheng.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a battery stops early, if it does. Critical items, items that a validity index looks at and items that decide what else
 * is shown are asked in any case.
 */
public sealed interface Stopping {

  /** What early stopping never changes. */
  enum Keeps {
    /** Each band and classification of each questionnaire. */
    BANDS("bands"),
    /** The tier that the policy gives, with what else is known of the student when the session begins. */
    TIER("tier");

    private final String word;

    Keeps(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }

  /** An item is left out once no answer to what is left can change what is kept. */
  record Deterministic(Keeps keeps) implements Stopping {}

  /**
   * An item is left out once what is left changes a band with at most a declared probability.
   *
   * @param error the probability, above 0 and below 0.5
   * @param answers how students answer, by questionnaire; one that is not there is stopped only where that is certain
   */
  record Stochastic(BigDecimal error, Map<String, List<AnswerShares>> answers) implements Stopping {

    public Stochastic {
      Map<String, List<AnswerShares>> copy = new LinkedHashMap<>();
      answers.forEach((questionnaire, shares) -> copy.put(questionnaire, List.copyOf(shares)));
      answers = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * How students answer some items: the share of each answer, and how strongly the answers go with what the items share. A
   * student's propensity is normal, {@code loading} times what all items share and the rest chance (Samejima's graded model in
   * its normal form).
   *
   * @param items ids
   * @param loading in [0, 1); of items that the scale reverses, too, since shares go by what the answer counts
   * @param shares of the answers, from the one that counts least to the one that counts most; they sum to 1
   */
  record AnswerShares(List<String> items, BigDecimal loading, List<BigDecimal> shares) {
    public AnswerShares {
      items = List.copyOf(items);
      shares = List.copyOf(shares);
    }
  }

  /**
   * The items of a scale that estimates a level are asked in the order of what they tell about this student, until enough is
   * known; all else is asked as usual.
   *
   * @param scale estimates a level with a prior
   * @param among how many of the best items one is drawn from, at least 1
   * @param fewest answers before anything stops
   * @param most items that are asked; all if nothing is declared
   * @param standardError in the unit of the item parameters: stop at or below
   * @param decided the probability of a band, above 0.5 and below 1: stop at or above
   * @param content groups of items of which each gets its share
   */
  record Adaptive(
      ScaleReference scale,
      int among,
      int fewest,
      Optional<Integer> most,
      Optional<BigDecimal> standardError,
      Optional<BigDecimal> decided,
      List<Content> content)
      implements Stopping {

    public Adaptive {
      content = List.copyOf(content);
    }
  }

  /**
   * Items about one thing.
   *
   * @param id its name
   * @param items ids
   * @param share of the items that are asked, above 0 and at most 1
   */
  record Content(String id, List<String> items, BigDecimal share) {
    public Content {
      items = List.copyOf(items);
    }
  }
}
