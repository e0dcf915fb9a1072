package org.xinheng.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/**
 * Words that a student or guardian must not read about the student: names of disorders and of tiers, and words that mark
 * somebody. They read what was reported and what helps. "This is not a diagnosis" may be said.
 */
public final class LabelWords {

  private static final Pattern ENGLISH = Pattern.compile("\\b("
      + String.join(
          "|",
          List.of(
              "depression",
              "depressive",
              "clinically \\w+",
              "anxiety",
              "\\w*phobi[ac]\\w*",
              "panic attack\\w*",
              "disorders?",
              "disordered",
              "bipolar",
              "mani[ac]\\w*",
              "schizo\\w*",
              "psychosis",
              "psychotic",
              "psychopath\\w*",
              "patholog\\w*",
              "neuro(?:tic|sis)",
              "adhd",
              "autis\\w*",
              "asperger\\w*",
              "ptsd",
              "post-?traumatic",
              "ocd",
              "obsessive",
              "anorexi\\w*",
              "bulimi\\w*",
              "addict\\w*",
              "mental illness",
              "mentally ill",
              "mental health problems?",
              "insane",
              "crazy",
              "abnormal\\w*",
              "symptoms?",
              "patients?",
              "syndrome",
              "tiers?",
              "(?:low|medium|moderate|high|severe)[- ]risk",
              "risk (?:level|group|score)s?",
              "at[- ]risk",
              "targeted support",
              "intensive support",
              "universal support",
              "flagged",
              "screened (?:positive|in)",
              "red list",
              "problem (?:child|children|students?)"))
      + ")\\b");

  private static final Pattern CHINESE = Pattern.compile(String.join(
      "|",
      List.of(
          "抑郁", "焦虑", "障碍", "躁狂", "双相", "精神分裂", "精神病", "精神疾病", "精神问题", "心理疾病", "心理问题", "心理不健康",
          "心理异常", "多动症", "自闭症", "孤独症", "强迫症", "恐[惧怖]症", "厌食", "贪食", "成瘾", "网瘾", "创伤后应激", "神经症",
          "综合征", "病症", "症状", "患者", "病态", "异常", "阳性", "高危", "[低中高]风险", "风险等级", "[一二三四]级", "一般支持",
          "重点关注", "高度关注", "预警", "危机干预", "问题学生", "差生")));

  private LabelWords() {}

  /** The first such word of a text, as it stands there. */
  public static Optional<String> firstIn(String text, Language language) {
    Pattern words = switch (language) {
      case EN -> ENGLISH;
      case ZH_CN -> CHINESE;
    };
    return words
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .findFirst()
        .map(MatchResult::group);
  }

  /** The first such word in either language. */
  public static Optional<String> firstIn(Text text) {
    return firstIn(text.zhCn(), Language.ZH_CN).or(() -> firstIn(text.en(), Language.EN));
  }
}
