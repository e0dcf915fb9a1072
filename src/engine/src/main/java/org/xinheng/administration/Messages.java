package org.xinheng.administration;

import java.math.BigDecimal;
import org.xinheng.instrument.Text;

/** What is said to students, in words for a ten-year-old. */
final class Messages {

  static final Message NOT_AN_OPTION =
      message("answer.not-an-option", "Please pick one of the answers shown.", "请从给出的选项里选一个。");
  static final Message ONE_ONLY =
      message("answer.one-only", "Please pick just one answer.", "这一题只能选一个答案。");
  static final Message NOTHING_CHOSEN =
      message("answer.nothing-chosen", "Please pick at least one answer.", "请至少选一个答案。");
  static final Message NONE_AND_OTHERS = message(
      "answer.none-and-others",
      "The answer “none” cannot go together with other answers.",
      "选了“没有”，就不能再选别的答案。");
  static final Message NUMBER_NEEDED =
      message("answer.number-needed", "Please write a number.", "请填一个数字。");
  static final Message NO_ANSWER_HERE =
      message("answer.no-answer-here", "There is nothing to answer here.", "这里不用回答。");
  static final Message REQUIRED = message(
      "answer.required",
      "This question needs an answer. If you do not want to answer it, choose “I would rather not"
          + " answer”.",
      "这一题需要回答。如果不想回答，可以选“我不想回答”。");
  static final Message NOT_SHOWN =
      message("item.not-shown", "This question is not on the page now.", "这一题现在不在页面上。");
  static final Message NOT_YET =
      message("item.not-yet", "You have not come to this question yet.", "你还没有做到这一题。");
  static final Message PAUSED =
      message("session.paused", "You are having a break. Please go on first.", "你正在休息，请先选择继续。");
  static final Message ENDED =
      message("session.ended", "You have already finished. Thank you!", "你已经做完了，谢谢！");
  static final Message FIRST_PAGE = message("back.first-page", "This is the first page.", "这是第一页。");
  static final Message STILL_OPEN =
      message("submit.still-open", "There are still some questions to come.", "后面还有题目没有做。");
  static final Message WINDOW_OVER = message(
      "session.window-over",
      "The time for these questions is over. Please ask your teacher.",
      "答题时间已经结束，请问一问老师。");

  private Messages() {}

  static Message range(BigDecimal lowest, BigDecimal highest) {
    String from = lowest.toPlainString();
    String to = highest.toPlainString();
    return message(
        "answer.range",
        "Please write a number from " + from + " to " + to + ".",
        "请填 " + from + " 到 " + to + " 之间的数字。");
  }

  static Message decimals(int most) {
    return most == 0
        ? message("answer.decimals", "Please write a whole number.", "请填整数。")
        : message(
            "answer.decimals",
            "Please write at most " + most + (most == 1 ? " digit" : " digits")
                + " after the point.",
            "小数点后最多填 " + most + " 位。");
  }

  static Message step(BigDecimal lowest, BigDecimal step) {
    return message(
        "answer.step",
        "Please count from " + lowest.toPlainString() + " in steps of " + step.toPlainString()
            + ".",
        "请从 " + lowest.toPlainString() + " 起，每次加 " + step.toPlainString() + "。");
  }

  static Message tooLong(int longest) {
    return message(
        "answer.too-long",
        "Please write at most " + longest + " characters.",
        "最多写 " + longest + " 个字。");
  }

  private static Message message(String code, String en, String zhCn) {
    return new Message(code, new Text(en, zhCn));
  }
}
