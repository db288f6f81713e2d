#include "compiler/sheets/report_style.h"

namespace meso {

std::string_view report_style() {
  return R"(*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%}
body{font:16px/1.45 Arial,"Liberation Sans",Helvetica,sans-serif;color:#111;background:#fff;
  max-width:60rem;margin:0 auto;padding:1.2rem;font-variant-numeric:tabular-nums;
  overflow-wrap:anywhere}
header{border-bottom:2px solid #111;padding-bottom:.5rem}
h1{font-size:1.6rem;line-height:1.2}
h2{font-size:1.25rem;border-bottom:1px solid #111;margin:2rem 0 .6rem}
h3{font-size:1rem;margin-top:1.2rem}
h3::first-letter{text-transform:uppercase}
p{margin:.2rem 0}
.say{font-weight:bold}
.missing{border-left:4px solid #111;padding-left:.6rem;margin:.8rem 0}
.three{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.8rem;
  margin-top:.5rem}
.three>div{border:1px solid #777;padding:.6rem .8rem}
dt{font-weight:bold}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:0 1.6rem}
.small{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:0 1.4rem}
article{break-inside:avoid}
svg{display:block;width:100%;height:auto;max-width:34rem;margin:.3rem 0}
svg text{font-size:11px;fill:#333}
.grid{stroke:#ccc;stroke-width:1;fill:none}
.mean{stroke:#111;stroke-width:2;fill:none;stroke-linejoin:round}
.dot{fill:#777}
.dot.out{fill:#fff;stroke:#777;stroke-width:1.2}
.target{stroke:#111;stroke-width:1.5;stroke-dasharray:6 4;fill:none}
.bar{fill:#999}
.plan{stroke:#111;stroke-width:2.5;fill:none}
table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.9rem}
caption{text-align:left;font-weight:bold;padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.15rem .6rem .15rem 0;border-top:1px solid #ccc}
thead th{border-top:0;border-bottom:1px solid #111}
tbody th{font-weight:normal}
summary{cursor:pointer;font-size:.9rem}
footer{border-top:1px solid #111;margin-top:2rem;padding-top:.5rem;font-size:.85rem}
@page{margin:14mm}
@media print{body{font-size:10pt;max-width:none;padding:0}h2,h3{break-after:avoid}
  details:not([open]){display:none}tr{break-inside:avoid}}
)";
}

}  // namespace meso
