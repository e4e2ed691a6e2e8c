/** The ERP's own screen: orders as they arrive, and the switches. One plain page, no build. */
export const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Demo ERP</title>
<style>
:root{color-scheme:light dark;--ink:light-dark(#1c2430,#e8ecf2);--soft:light-dark(#55606e,#a4afbd);--line:light-dark(#d8dee6,#36404d);--page:light-dark(#f5f7f9,#14191f);--card:light-dark(#fff,#1d242c);--brand:light-dark(#175c4c,#7fd6bf)}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page)}
header{padding:20px 24px;border-bottom:1px solid var(--line);background:var(--card)}h1{font-size:20px;margin:0}header p{margin:2px 0 0;color:var(--soft)}
main{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:24px;padding:24px;max-width:1200px;margin:auto}@media(max-width:820px){main{grid-template-columns:minmax(0,1fr)}}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px 20px;overflow-x:auto;align-self:start}h2{font-size:16px;margin:0 0 12px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:7px 10px 7px 0;border-bottom:1px solid var(--line);white-space:nowrap}th{font-weight:600;color:var(--soft);font-size:13px}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
button{font:inherit;padding:3px 10px;border:1px solid var(--line);border-radius:6px;background:transparent;color:var(--brand);cursor:pointer}button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
label{display:flex;gap:8px;align-items:center;padding:5px 0}label input[type=number],label input[type=text]{font:inherit;width:110px;margin-left:auto;padding:2px 6px;border:1px solid var(--line);border-radius:4px;background:transparent;color:inherit}
code{font-size:12px}
</style></head><body>
<header><h1>Demo ERP</h1><p>Orders as they arrive, and switches for bad days.</p></header>
<main><section aria-labelledby="o"><h2 id="o">Orders <span id="count" role="status"></span></h2>
<table><thead><tr><th scope="col">Number</th><th scope="col">Reference</th><th scope="col">Date</th><th scope="col">Status</th><th scope="col" class="n">Total</th><th scope="col">Next step</th></tr></thead><tbody id="rows"></tbody></table></section>
<section aria-labelledby="s"><h2 id="s">Switches</h2><form id="switches">
<label><input type="checkbox" name="outage"> Switched off</label><label><input type="checkbox" name="hang"> Hangs</label><label><input type="checkbox" name="html"> Answers HTML</label><label><input type="checkbox" name="empty"> Answers nothing</label><label><input type="checkbox" name="changed"> Changed schema</label><label><input type="checkbox" name="busy"> Too many requests</label>
<label>Latency, ms <input type="number" name="latencyMs" min="0" max="60000" value="0"></label><label>Commit, then cut <input type="number" name="dropAfterCommit" min="0" max="10000" value="0"></label><label>Refuse writes with <input type="text" name="refuse" maxlength="200"></label></form></section></main>
<script>
const rows=document.getElementById('rows'),form=document.getElementById('switches'),cell=(text,cls)=>{const td=document.createElement('td');td.textContent=text;if(cls)td.className=cls;return td};
let seen='';
async function orders(){const {orders}=await (await fetch('/orders')).json();const key=JSON.stringify(orders.map(o=>[o.id,o.status]));if(key===seen)return;seen=key;document.getElementById('count').textContent='('+orders.length+' latest)';
rows.replaceChildren(...orders.map(o=>{const tr=document.createElement('tr');const b=document.createElement('button');b.textContent=o.status==='delivered'?'Invoice':o.status==='invoiced'?'Pay':'Deliver';b.setAttribute('aria-label',b.textContent+' '+o.number);b.onclick=async()=>{await fetch('/orders/'+o.id+'/advance',{method:'POST'});orders_()};
const td=document.createElement('td');if(o.status!=='cancelled')td.append(b);tr.append(cell(o.number),cell(o.reference||''),cell(o.orderedOn),cell(o.status.replace('_',' ')),cell(o.total.amount+' '+o.total.currency,'n'),td);return tr}))}
const orders_=()=>orders().catch(()=>{});orders_();setInterval(orders_,2000);
async function show(){const s=await (await fetch('/switches')).json();for(const n of ['outage','hang','html','empty'])form[n].checked=s[n];form.changed.checked=s.schema==='changed';form.busy.checked=!!s.busy;if(document.activeElement!==form.latencyMs)form.latencyMs.value=s.latencyMs;if(document.activeElement!==form.dropAfterCommit)form.dropAfterCommit.value=s.dropAfterCommit;if(document.activeElement!==form.refuse)form.refuse.value=s.refuse||''}
show();setInterval(()=>show().catch(()=>{}),2000);
form.onchange=()=>fetch('/switches',{method:'PUT',headers:{'content-type':'application/json'},body:JSON.stringify({outage:form.outage.checked,hang:form.hang.checked,html:form.html.checked,empty:form.empty.checked,schema:form.changed.checked?'changed':'normal',busy:form.busy.checked?{retryAfterSeconds:2}:null,latencyMs:Number(form.latencyMs.value)||0,dropAfterCommit:Number(form.dropAfterCommit.value)||0,refuse:form.refuse.value||null})});
form.onsubmit=e=>e.preventDefault();
</script></body></html>`;
