package org.xinheng.app.report;

/** How the report looks on a screen, a phone and paper. Fonts are those of the reader's system. */
final class Style {

  static final String CSS = """
      :root { color-scheme: light; --ink: #1c2a33; --soft: #56656e; --line: #d9dfe2; --accent: #1f5166; }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body {
        margin: 0 auto; padding: 3.5rem 2rem 4rem; max-width: 57rem; background: #fff; color: var(--ink);
        font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB",
          "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif;
        print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      bdi, code { unicode-bidi: isolate; }
      svg.definitions { position: absolute; }
      svg.bar { display: block; overflow: visible; }
      svg.bar rect { stroke: #fff; stroke-width: 1; }
      svg rect.framed { stroke: #76828a; }
      svg.sample { vertical-align: -1px; }

      header { margin-bottom: 2.75rem; }
      .kind { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .06em; }
      h1 { margin: .1em 0 1.1rem; font-size: 1.95rem; line-height: 1.3; font-weight: 650; }
      header dl {
        display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, auto)); gap: .6rem 2rem; margin: 0;
        padding: .85rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line);
      }
      header dt { font-size: .8rem; color: var(--soft); }
      header dd { margin: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
      .statement { margin: 1.1rem 0 0; }
      .statement span { display: block; }
      .statement strong { color: var(--accent); font-weight: 650; }

      section { margin-top: 2.75rem; }
      h2 { margin: 0 0 .35rem; font-size: 1.2rem; font-weight: 650; line-height: 1.35; }
      h3 { margin: 2rem 0 0; font-size: 1rem; font-weight: 650; }
      h4 { margin: 1.2rem 0 0; font-size: .95rem; font-weight: 650; }
      .note { margin: .55rem 0 0; font-size: .82rem; color: var(--soft); max-width: 48rem; }
      .note span { display: block; }

      table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
      caption { padding: 0 0 .45rem; text-align: left; font-size: .85rem; color: var(--soft); }
      th { font-weight: 400; text-align: left; }
      thead th { padding: .2rem .5rem .3rem 0; font-size: .8rem; color: var(--soft); vertical-align: bottom; line-height: 1.3; }
      tbody th, td { padding: .2rem .5rem .2rem 0; vertical-align: baseline; }
      tbody { border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); }
      tbody th { white-space: nowrap; }
      thead .number { white-space: normal; }
      th:last-child, td:last-child { padding-right: 0; }
      .number { text-align: right; white-space: nowrap; }
      td .share { display: inline-block; min-width: 3.2em; color: var(--soft); font-size: .86em; }
      td.hidden { color: var(--soft); font-size: .85em; }
      tr.whole th, tr.whole td { padding-bottom: .35rem; font-weight: 650; }
      tr.group th { padding-top: .6rem; font-weight: 650; color: var(--accent); }
      .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

      .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: .5rem 0 1rem; padding: 0; list-style: none; font-size: .87rem; }
      .legend svg { margin-right: .3rem; }
      .tiers td.distribution { vertical-align: middle; padding-left: .9rem; padding-right: .4rem; }
      .tiers thead .distribution { padding-left: .9rem; }
      .grades .number { padding-left: .5rem; padding-right: 0; }
      .tiers .distribution { width: 22%; }
      .tiers svg.sample { width: 14px; opacity: .75; }
      .tiers tr.whole td.distribution { padding-bottom: .3rem; }

      .alerts td:last-child { padding-left: 1.75rem; }
      .alerts th:last-child { padding-left: 1.75rem; }
      .alerts td.number { font-weight: 650; }
      .alerts td.hidden { font-weight: 400; }
      .needs tbody th { width: 46%; white-space: normal; }
      .needs .scale { margin-left: .4em; font-size: .78em; color: var(--soft); white-space: nowrap; }
      .needs .distribution { width: 38%; padding-left: .8rem; vertical-align: middle; }
      .needs thead .from { float: left; }
      .needs thead .to { float: right; }
      .needs svg .axis { fill: #eef1f3; }
      .needs svg .need { fill: #3f7186; }
      .needs td { vertical-align: middle; }
      .needs th { padding-top: .25rem; padding-bottom: .25rem; }

      .notice { margin: .9rem 0 0; padding: .5rem .8rem; border-left: 3px solid var(--accent); background: #f3f6f8; font-size: .9rem; max-width: 48rem; }
      .notice p { margin: 0; }
      .notice ul { margin: .2rem 0 0; padding-left: 1.2em; }
      .rate .interval { display: block; line-height: 1.15; }
      .interval { color: var(--soft); font-size: .82em; font-weight: 400; }
      td.rate { white-space: nowrap; }
      .bare caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      figure { margin: 1rem 0 0; }
      figcaption { font-size: .9rem; }
      .histogram { display: block; max-width: 48rem; height: auto; }
      .histogram .step { fill: #9fb8c4; stroke: #fff; stroke-width: 1; }
      .histogram .axis { stroke: var(--ink); stroke-width: 1; }
      .histogram .cut-off { stroke: #8a3b12; stroke-width: 1.3; stroke-dasharray: 4 3; }
      .histogram text { font-size: 11px; fill: var(--soft); }
      .histogram .tick { text-anchor: middle; }
      .histogram .end { text-anchor: end; }
      .histogram .cut-label { fill: #8a3b12; }
      .schools tbody th { white-space: normal; }
      .contact { margin-top: 1.4rem; }

      .reading dl { margin: .4rem 0 0; font-size: .88rem; line-height: 1.6; }
      .reading dt { margin-top: .6rem; font-weight: 650; color: var(--ink); }
      .reading dd { margin: 0; }
      .reading ul { margin: 0; padding: 0; list-style: none; }
      .reading b { font-weight: 600; }

      footer { margin-top: 2.75rem; font-size: .78rem; color: var(--soft); }
      footer caption { font-size: 1em; }
      footer thead th { font-size: 1em; }
      footer tbody { border-top: 1px solid var(--line); }
      footer td { white-space: nowrap; }
      footer td:nth-child(3) { white-space: normal; }
      footer tbody th, footer td { padding-top: .06rem; padding-bottom: .06rem; }
      footer .note { font-size: 1em; }
      footer code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: .95em; }

      @media screen and (max-width: 44rem) {
        body { padding: 1.75rem 1.1rem 3rem; }
        h1 { font-size: 1.55rem; }
        header dl { grid-template-columns: 1fr 1fr; gap: .6rem 1rem; }

        .columns dl + dl { margin-top: 1.5rem; }
        .grades { font-size: .82rem; }
        .grades thead th { font-size: .7rem; }
        .grades .share { display: block; min-width: 0; line-height: 1.1; }
        .grades .roster, .grades .together, .long { display: none; }
        .grades tbody th, .quality tbody th, .change tbody th, .response tbody th { white-space: normal; word-break: keep-all; min-width: 3.4em; }
        table { font-size: .82rem; }
        thead th { font-size: .7rem; padding-right: .3rem; hyphens: auto; }
        tbody th, td { padding-right: .3rem; }
        .response { table-layout: fixed; }
        .response thead th { font-size: .53rem; padding-right: .1rem; overflow-wrap: anywhere; }
        .response tbody th, .response td { padding-right: .1rem; }
        .response tbody th { min-width: 0; overflow-wrap: anywhere; font-size: .76rem; }
        .response th:first-child { width: 14%; }
        .response th:nth-child(2) { width: 8.5%; }
        .response th:nth-child(3), .response th:nth-child(4) { width: 13.8%; }
        .response .share { display: block; min-width: 0; line-height: 1.1; font-size: .6rem; }
        .equity .share, .contact .share { display: block; min-width: 0; line-height: 1.1; }
        .contact tbody th { white-space: normal; word-break: keep-all; min-width: 3.4em; }
        .quality .share { display: block; min-width: 0; }
        .change .interval { display: block; }
        .histogram text { font-size: 17px; }
        .grades .number { padding-left: .3rem; }
        .grades .distribution { width: 22%; padding: .2rem .2rem .2rem .4rem; }
        .needs .scale { margin: 0; }
        .needs .distribution { width: 28%; }
        .alerts td:last-child, .alerts th:last-child { padding-left: 1rem; }
        .alerts tbody th { white-space: normal; }
        footer table { table-layout: fixed; font-size: .7rem; }
        footer thead th { font-size: .62rem; }
        footer tbody th, footer td { white-space: normal; overflow-wrap: anywhere; padding-right: .4rem; }
        footer th:first-child { width: 25%; }
        footer th:nth-child(2) { width: 17%; }
        footer th:nth-child(4) { width: 13%; }
        footer th:last-child { width: 22%; }
        footer code { font-size: .8em; }
      }

      @page { size: A4; margin: 11mm 15mm; }
      @media print {
        html { font-size: 11.2px; }
        table { line-height: 1.34; }
        body { padding: 0; max-width: none; font-size: 1rem; line-height: 1.42; }
        header { margin-bottom: 0; }
        h1 { font-size: 1.8rem; margin-bottom: .5rem; }
        header dl { grid-template-columns: repeat(4, auto); padding: .4rem 0; }
        .statement { margin-top: .6rem; }
        section { margin-top: 1.05rem; }
        tbody th, td { padding-top: .06rem; padding-bottom: .06rem; }
        .response tbody th, .response td, .grades tbody th, .grades td { padding-top: .1rem; padding-bottom: .1rem; }
        tr.whole th, tr.whole td { padding-bottom: .2rem; }
        caption { padding-bottom: .15rem; }
        .note { margin-top: .3rem; max-width: none; }
        .legend { gap: .2rem 1.1rem; margin: .2rem 0 .4rem; }
        h2, h3, h4, caption, thead, .reading dt, figcaption { break-after: avoid; }
        tr, figure, .notice li, section.whole, .reading dd, footer { break-inside: avoid; }
        h3 { margin-top: .8rem; }
        .reading dt { margin-top: .3rem; }
        .needs th { padding-top: .06rem; padding-bottom: .06rem; }
        footer { margin-top: 1rem; }
        footer .note span { display: inline; }
      }
      """;

  private Style() {}
}
