#include "compiler/sheets/html_style.h"

#include <fmt/core.h>

#include <string_view>

#include "compiler/sheets/layout.h"

namespace meso {
namespace {

// Without a size the printer's paper decides; the pages then fit A4 and Letter alike.
std::string_view page_rule(Paper paper) {
  switch (paper) {
    case Paper::a4: return "size:A4 portrait;";
    case Paper::letter: return "size:Letter portrait;";
    case Paper::any: return "";
  }
  return "";
}

// The measures that layout.h reckons with, so that page breaks fall where they were planned.
std::string measures(Paper paper) {
  const PageSize size = page_size(paper);
  return fmt::format(
      "@page{{{}margin:{}mm}}\n"
      ":root{{--page:{}mm;--width:{}mm;--line:{}mm;--gap:{}mm;--head:{}mm;--strip:{}mm;"
      "--blank:{}mm;--rate:{}mm;--ratew:{}mm;--checkgap:{}mm;--tick:{}mm;--tickrow:{}mm;--linew:{}"
      "mm;"
      "--pad:{}mm;--thead:{}mm;--name:{}mm;--sets:{}mm;--title:{}mm;--notes:{}mm}}\n",
      page_rule(paper), mm::kMargin, size.height, size.width, mm::kLine, mm::kGap, mm::kHead,
      mm::kStrip, mm::kBlank, mm::kRate, mm::kRateWidth, mm::kCheckGap, mm::kTick, mm::kTickRow,
      mm::kLineWidth, mm::kPad, mm::kTableHead, mm::kNameLine, mm::kSetsLine, mm::kCardTitle,
      mm::kNotes);
}

constexpr std::string_view kBase = R"(*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%}
body{font:9pt/var(--line) Arial,"Liberation Sans",Helvetica,sans-serif;color:#000;background:#fff;
  font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
.page{display:flex;flex-direction:column;gap:var(--gap);break-after:page}
.page:last-child{break-after:auto}
.head{display:flex;justify-content:space-between;align-items:flex-end;min-height:var(--head);
  gap:6mm;padding-bottom:.9mm;border-bottom:.5mm solid #000}
.head h2{font-size:13pt;line-height:5.4mm}
.head .kind{font-size:10pt;line-height:4.6mm;border:.4mm solid #000;padding:0 1.4mm;
  margin-left:2mm;text-transform:uppercase;letter-spacing:.06em;vertical-align:.6mm}
.head h1,.head .plan{display:inline;font-size:9pt;line-height:var(--line);font-weight:bold}
.who{text-align:right;white-space:nowrap;flex:none}
.who .line{display:inline-block;width:44mm;border-bottom:.25mm solid #000}
.who b{font-size:11pt}
.draft{border:.7mm solid #000;padding:.8mm 2mm 1mm}
.draft b{font-size:12pt;line-height:5mm;letter-spacing:.12em}
.draft ul{list-style:none}
.order{display:flex;flex-wrap:wrap;align-items:center;column-gap:2mm}
.order>*{height:var(--strip);display:inline-flex;align-items:center}
.order ol{display:contents;list-style:none}
.order li+li::before{content:"\2192";margin-right:2mm;line-height:1}
.gate{border:.35mm solid #000;padding:var(--pad) 1.5mm}
.gate h3,.rules h3{font-size:10pt;line-height:5mm}
.gate ol,.rules ul,.stop ul,.decide ol{list-style:none}
.gate li,.decide li{display:flex;gap:2mm;padding-bottom:.3mm}
.gate li>span:first-child{flex:none;width:4mm;text-align:right;font-weight:bold}
)";

constexpr std::string_view kCards =
    R"(.card{break-inside:avoid;display:flex;flex-direction:column;
  flex:1 0 auto;border-top:.5mm solid #000}
.head+.card{border-top:0}
.title{display:flex;align-items:baseline;padding-top:.9mm;gap:4mm;min-height:var(--title)}
.title h3{font-size:13pt;line-height:6mm;flex:none;max-width:90mm}
.title .wait{flex:1}
.title .day{flex:none;white-space:nowrap}
.title .line{display:inline-block;width:26mm;border-bottom:.25mm solid #000}
.ready{border:.35mm solid #000;padding:calc(var(--pad) - .35mm) 1.5mm var(--pad);margin-bottom:.6mm}
.checks,.today{display:flex;flex-wrap:wrap;align-items:center;column-gap:var(--checkgap)}
.checks>*{height:calc(var(--rate) + .8mm);display:inline-flex;align-items:center;white-space:nowrap}
.checks.ticks>*{height:var(--tickrow)}
.checks .first{gap:var(--checkgap)}
.checks .what{font-weight:bold}
.checks .what small{font-size:9pt;font-weight:normal}
.rate,.write{display:inline-flex;align-items:center}
.rate i{display:inline-block;width:var(--ratew);height:var(--rate);border:.2mm solid #000;
  margin-left:1.2mm}
.write i{display:inline-block;width:var(--linew);height:4.6mm;border-bottom:.2mm solid #000;
  margin-left:1.2mm}
.today>*{height:var(--tickrow);display:inline-flex;align-items:center}
.tick{display:inline-flex;align-items:center;white-space:nowrap}
.tick input,.decide input{appearance:none;-webkit-appearance:none;flex:none;width:var(--tick);
  height:var(--tick);border:.3mm solid #000;margin-right:1.2mm;background:#fff}
.tick input:checked,.decide input:checked{background:#000;box-shadow:inset 0 0 0 .6mm #fff}
.decide label{display:flex}
table{border-collapse:collapse;table-layout:fixed;width:100%}
caption,.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;font-weight:normal;padding:0 var(--pad)}
thead th{height:var(--thead);line-height:var(--thead);overflow-wrap:normal;white-space:nowrap}
thead th.u{text-align:center;padding:0}
tbody th,tbody td{padding:.6mm var(--pad) .4mm;border-top:.2mm solid #000}
tbody tr.more>td{border-top:.2mm solid #999}
td.load p{max-width:15mm}
tbody{break-inside:avoid;border-bottom:.2mm solid #000}
.ex b{font-size:10pt;line-height:var(--name)}
td.plan b,td.load b{display:block;font-size:11pt;line-height:var(--sets)}
td.load{border-left:.2mm solid #000}
td.fill{height:var(--blank);border-top:.2mm solid #000;
  border-left:.2mm dotted #777;padding:.4mm .6mm;
  color:#555}
td.first{border-left:.4mm solid #000}
td.last{border-right:.4mm solid #000}
td.none{border-left:0;border-right:0}
.note{font-style:italic}
.notes{flex:1 0 var(--notes);padding-top:.8mm}
)";

constexpr std::string_view kFoot = R"(.rules ol,.rules ol li{display:inline;list-style:none}
.rules ol li+li::before{content:"; "}
.roomy .rules>ul>li{margin-top:1.6mm}
.roomy .rules ol{display:block;counter-reset:n}
.roomy .rules ol li{display:block;padding-left:5mm;text-indent:-5mm;counter-increment:n}
.roomy .rules ol li::before,.roomy .rules ol li+li::before{content:counter(n) "\2002"}
.roomy .rules ol li:only-child::before{content:""}
.roomy .rules ol li:only-child{padding-left:0;text-indent:0}
.roomy .stop li+li{margin-top:1mm}
.stop{border:.35mm solid #000;padding:var(--pad) 1.5mm}
.foot{display:flex;flex-direction:column;gap:1mm;margin-top:auto}
@media print{.page{min-height:var(--page)}}
@media screen{body{background:#e4e4e4}
  .page{background:#fff;max-width:calc(var(--width) + 18mm);margin:6mm auto;padding:9mm;
    min-height:calc(var(--page) + 18mm)}}
@media screen and (max-width:200mm){.page{margin:0 0 4mm;padding:4mm;min-height:0}
  .grid{overflow-x:auto}.grid table{min-width:170mm}
  .head,.title{flex-wrap:wrap}.who{text-align:left}
  .title .wait{flex:1 0 100%;order:3}
  .tick input,.decide input{width:6mm;height:6mm}.today>*,.checks>*{min-height:9mm}}
)";

}  // namespace

std::string html_style(Paper paper) {
  std::string out = measures(paper);
  out += kBase;
  out += kCards;
  out += kFoot;
  return out;
}

}  // namespace meso
