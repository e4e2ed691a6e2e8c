// Generated from extension/salesforce/src/views.ts by extension/salesforce/tools/generate.ts. Do not edit.
// node_modules/big.js/big.mjs
var DP = 20;
var RM = 1;
var MAX_DP = 1e6;
var MAX_POWER = 1e6;
var NE = -7;
var PE = 21;
var STRICT = false;
var NAME = "[big.js] ";
var INVALID = NAME + "Invalid ";
var INVALID_DP = INVALID + "decimal places";
var INVALID_RM = INVALID + "rounding mode";
var DIV_BY_ZERO = NAME + "Division by zero";
var P = {};
var UNDEFINED = void 0;
var NUMERIC = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
function _Big_() {
  function Big2(n) {
    var x = this;
    if (!(x instanceof Big2)) {
      return n === UNDEFINED && arguments.length === 0 ? _Big_() : new Big2(n);
    }
    if (n instanceof Big2) {
      x.s = n.s;
      x.e = n.e;
      x.c = n.c.slice();
    } else {
      if (typeof n !== "string") {
        if (Big2.strict === true && typeof n !== "bigint") {
          throw TypeError(INVALID + "value");
        }
        n = n === 0 && 1 / n < 0 ? "-0" : String(n);
      }
      parse(x, n);
    }
    x.constructor = Big2;
  }
  Big2.prototype = P;
  Big2.DP = DP;
  Big2.RM = RM;
  Big2.NE = NE;
  Big2.PE = PE;
  Big2.strict = STRICT;
  Big2.roundDown = 0;
  Big2.roundHalfUp = 1;
  Big2.roundHalfEven = 2;
  Big2.roundUp = 3;
  return Big2;
}
function parse(x, n) {
  var e, i, nl;
  if (!NUMERIC.test(n)) {
    throw Error(INVALID + "number");
  }
  x.s = n.charAt(0) == "-" ? (n = n.slice(1), -1) : 1;
  if ((e = n.indexOf(".")) > -1) n = n.replace(".", "");
  if ((i = n.search(/e/i)) > 0) {
    if (e < 0) e = i;
    e += +n.slice(i + 1);
    n = n.substring(0, i);
  } else if (e < 0) {
    e = n.length;
  }
  nl = n.length;
  for (i = 0; i < nl && n.charAt(i) == "0"; ) ++i;
  if (i == nl) {
    x.c = [x.e = 0];
  } else {
    for (; nl > 0 && n.charAt(--nl) == "0"; ) ;
    x.e = e - i - 1;
    x.c = [];
    for (e = 0; i <= nl; ) x.c[e++] = +n.charAt(i++);
  }
  return x;
}
function round(x, sd, rm, more) {
  var xc = x.c;
  if (rm === UNDEFINED) rm = x.constructor.RM;
  if (rm !== 0 && rm !== 1 && rm !== 2 && rm !== 3) {
    throw Error(INVALID_RM);
  }
  if (sd < 1) {
    more = rm === 3 && (more || !!xc[0]) || sd === 0 && (rm === 1 && xc[0] >= 5 || rm === 2 && (xc[0] > 5 || xc[0] === 5 && (more || xc[1] !== UNDEFINED)));
    xc.length = 1;
    if (more) {
      x.e = x.e - sd + 1;
      xc[0] = 1;
    } else {
      xc[0] = x.e = 0;
    }
  } else if (sd < xc.length) {
    more = rm === 1 && xc[sd] >= 5 || rm === 2 && (xc[sd] > 5 || xc[sd] === 5 && (more || xc[sd + 1] !== UNDEFINED || xc[sd - 1] & 1)) || rm === 3 && (more || !!xc[0]);
    xc.length = sd;
    if (more) {
      for (; ++xc[--sd] > 9; ) {
        xc[sd] = 0;
        if (sd === 0) {
          ++x.e;
          xc.unshift(1);
          break;
        }
      }
    }
    for (sd = xc.length; !xc[--sd]; ) xc.pop();
  }
  return x;
}
function stringify(x, doExponential, isNonzero) {
  var e = x.e, s = x.c.join(""), n = s.length;
  if (doExponential) {
    s = s.charAt(0) + (n > 1 ? "." + s.slice(1) : "") + (e < 0 ? "e" : "e+") + e;
  } else if (e < 0) {
    for (; ++e; ) s = "0" + s;
    s = "0." + s;
  } else if (e > 0) {
    if (++e > n) {
      for (e -= n; e--; ) s += "0";
    } else if (e < n) {
      s = s.slice(0, e) + "." + s.slice(e);
    }
  } else if (n > 1) {
    s = s.charAt(0) + "." + s.slice(1);
  }
  return x.s < 0 && isNonzero ? "-" + s : s;
}
P.abs = function() {
  var x = new this.constructor(this);
  x.s = 1;
  return x;
};
P.cmp = function(y) {
  var isneg, x = this, xc = x.c, yc = (y = new x.constructor(y)).c, i = x.s, j = y.s, k = x.e, l = y.e;
  if (!xc[0] || !yc[0]) return !xc[0] ? !yc[0] ? 0 : -j : i;
  if (i != j) return i;
  isneg = i < 0;
  if (k != l) return k > l ^ isneg ? 1 : -1;
  j = (k = xc.length) < (l = yc.length) ? k : l;
  for (i = -1; ++i < j; ) {
    if (xc[i] != yc[i]) return xc[i] > yc[i] ^ isneg ? 1 : -1;
  }
  return k == l ? 0 : k > l ^ isneg ? 1 : -1;
};
P.div = function(y) {
  var x = this, Big2 = x.constructor, a = x.c, b = (y = new Big2(y)).c, k = x.s == y.s ? 1 : -1, dp = Big2.DP;
  if (dp !== ~~dp || dp < 0 || dp > MAX_DP) {
    throw Error(INVALID_DP);
  }
  if (!b[0]) {
    throw Error(DIV_BY_ZERO);
  }
  if (!a[0]) {
    y.s = k;
    y.c = [y.e = 0];
    return y;
  }
  var bl, bt, n, cmp, ri, bz = b.slice(), ai = bl = b.length, al = a.length, r = a.slice(0, bl), rl = r.length, q = y, qc = q.c = [], qi = 0, p = dp + (q.e = x.e - y.e) + 1;
  q.s = k;
  k = p < 0 ? 0 : p;
  bz.unshift(0);
  for (; rl++ < bl; ) r.push(0);
  do {
    for (n = 0; n < 10; n++) {
      if (bl != (rl = r.length)) {
        cmp = bl > rl ? 1 : -1;
      } else {
        for (ri = -1, cmp = 0; ++ri < bl; ) {
          if (b[ri] != r[ri]) {
            cmp = b[ri] > r[ri] ? 1 : -1;
            break;
          }
        }
      }
      if (cmp < 0) {
        for (bt = rl == bl ? b : bz; rl; ) {
          if (r[--rl] < bt[rl]) {
            ri = rl;
            for (; ri && !r[--ri]; ) r[ri] = 9;
            --r[ri];
            r[rl] += 10;
          }
          r[rl] -= bt[rl];
        }
        for (; !r[0]; ) r.shift();
      } else {
        break;
      }
    }
    qc[qi++] = cmp ? n : ++n;
    if (r[0] && cmp) r[rl] = a[ai] || 0;
    else r = [a[ai]];
  } while ((ai++ < al || r[0] !== UNDEFINED) && k--);
  if (!qc[0] && qi != 1) {
    qc.shift();
    q.e--;
    p--;
  }
  if (qi > p) round(q, p, Big2.RM, r[0] !== UNDEFINED);
  return q;
};
P.eq = function(y) {
  return this.cmp(y) === 0;
};
P.gt = function(y) {
  return this.cmp(y) > 0;
};
P.gte = function(y) {
  return this.cmp(y) > -1;
};
P.lt = function(y) {
  return this.cmp(y) < 0;
};
P.lte = function(y) {
  return this.cmp(y) < 1;
};
P.minus = P.sub = function(y) {
  var i, j, t, xlty, x = this, Big2 = x.constructor, a = x.s, b = (y = new Big2(y)).s;
  if (a != b) {
    y.s = -b;
    return x.plus(y);
  }
  var xc = x.c.slice(), xe = x.e, yc = y.c, ye = y.e;
  if (!xc[0] || !yc[0]) {
    if (yc[0]) {
      y.s = -b;
    } else if (xc[0]) {
      y = new Big2(x);
    } else {
      y.s = 1;
    }
    return y;
  }
  if (a = xe - ye) {
    if (xlty = a < 0) {
      a = -a;
      t = xc;
    } else {
      ye = xe;
      t = yc;
    }
    t.reverse();
    for (b = a; b--; ) t.push(0);
    t.reverse();
  } else {
    j = ((xlty = xc.length < yc.length) ? xc : yc).length;
    for (a = b = 0; b < j; b++) {
      if (xc[b] != yc[b]) {
        xlty = xc[b] < yc[b];
        break;
      }
    }
  }
  if (xlty) {
    t = xc;
    xc = yc;
    yc = t;
    y.s = -y.s;
  }
  if ((b = (j = yc.length) - (i = xc.length)) > 0) for (; b--; ) xc[i++] = 0;
  for (b = i; j > a; ) {
    if (xc[--j] < yc[j]) {
      for (i = j; i && !xc[--i]; ) xc[i] = 9;
      --xc[i];
      xc[j] += 10;
    }
    xc[j] -= yc[j];
  }
  for (; xc[--b] === 0; ) xc.pop();
  for (; xc[0] === 0; ) {
    xc.shift();
    --ye;
  }
  if (!xc[0]) {
    y.s = 1;
    xc = [ye = 0];
  }
  y.c = xc;
  y.e = ye;
  return y;
};
P.mod = function(y) {
  var ygtx, x = this, Big2 = x.constructor, a = x.s, b = (y = new Big2(y)).s;
  if (!y.c[0]) {
    throw Error(DIV_BY_ZERO);
  }
  x.s = y.s = 1;
  ygtx = y.cmp(x) == 1;
  x.s = a;
  y.s = b;
  if (ygtx) return new Big2(x);
  a = Big2.DP;
  b = Big2.RM;
  Big2.DP = Big2.RM = 0;
  x = x.div(y);
  Big2.DP = a;
  Big2.RM = b;
  return this.minus(x.times(y));
};
P.neg = function() {
  var x = new this.constructor(this);
  x.s = -x.s;
  return x;
};
P.plus = P.add = function(y) {
  var e, k, t, x = this, Big2 = x.constructor;
  y = new Big2(y);
  if (x.s != y.s) {
    y.s = -y.s;
    return x.minus(y);
  }
  var xe = x.e, xc = x.c, ye = y.e, yc = y.c;
  if (!xc[0] || !yc[0]) {
    if (!yc[0]) {
      if (xc[0]) {
        y = new Big2(x);
      } else {
        y.s = x.s;
      }
    }
    return y;
  }
  xc = xc.slice();
  if (e = xe - ye) {
    if (e > 0) {
      ye = xe;
      t = yc;
    } else {
      e = -e;
      t = xc;
    }
    t.reverse();
    for (; e--; ) t.push(0);
    t.reverse();
  }
  if (xc.length - yc.length < 0) {
    t = yc;
    yc = xc;
    xc = t;
  }
  e = yc.length;
  for (k = 0; e; xc[e] %= 10) k = (xc[--e] = xc[e] + yc[e] + k) / 10 | 0;
  if (k) {
    xc.unshift(k);
    ++ye;
  }
  for (e = xc.length; xc[--e] === 0; ) xc.pop();
  y.c = xc;
  y.e = ye;
  return y;
};
P.pow = function(n) {
  var x = this, one = new x.constructor("1"), y = one, isneg = n < 0;
  if (n !== ~~n || n < -MAX_POWER || n > MAX_POWER) {
    throw Error(INVALID + "exponent");
  }
  if (isneg) n = -n;
  for (; ; ) {
    if (n & 1) y = y.times(x);
    n >>= 1;
    if (!n) break;
    x = x.times(x);
  }
  return isneg ? one.div(y) : y;
};
P.prec = function(sd, rm) {
  if (sd !== ~~sd || sd < 1 || sd > MAX_DP) {
    throw Error(INVALID + "precision");
  }
  return round(new this.constructor(this), sd, rm);
};
P.round = function(dp, rm) {
  if (dp === UNDEFINED) dp = 0;
  else if (dp !== ~~dp || dp < -MAX_DP || dp > MAX_DP) {
    throw Error(INVALID_DP);
  }
  return round(new this.constructor(this), dp + this.e + 1, rm);
};
P.sqrt = function() {
  var r, c, t, x = this, Big2 = x.constructor, s = x.s, e = x.e, half = new Big2("0.5");
  if (!x.c[0]) return new Big2(x);
  if (s < 0) {
    throw Error(NAME + "No square root");
  }
  s = Math.sqrt(+stringify(x, true, true));
  if (s === 0 || s === 1 / 0) {
    c = x.c.join("");
    if (!(c.length + e & 1)) c += "0";
    s = Math.sqrt(c);
    e = ((e + 1) / 2 | 0) - (e < 0 || e & 1);
    r = new Big2((s == 1 / 0 ? "5e" : (s = s.toExponential()).slice(0, s.indexOf("e") + 1)) + e);
  } else {
    r = new Big2(s + "");
  }
  e = r.e + (Big2.DP += 4);
  do {
    t = r;
    r = half.times(t.plus(x.div(t)));
  } while (t.c.slice(0, e).join("") !== r.c.slice(0, e).join(""));
  return round(r, (Big2.DP -= 4) + r.e + 1, Big2.RM);
};
P.times = P.mul = function(y) {
  var c, x = this, Big2 = x.constructor, xc = x.c, yc = (y = new Big2(y)).c, a = xc.length, b = yc.length, i = x.e, j = y.e;
  y.s = x.s == y.s ? 1 : -1;
  if (!xc[0] || !yc[0]) {
    y.c = [y.e = 0];
    return y;
  }
  y.e = i + j;
  if (a < b) {
    c = xc;
    xc = yc;
    yc = c;
    j = a;
    a = b;
    b = j;
  }
  for (c = new Array(j = a + b); j--; ) c[j] = 0;
  for (i = b; i--; ) {
    b = 0;
    for (j = a + i; j > i; ) {
      b = c[j] + yc[i] * xc[j - i - 1] + b;
      c[j--] = b % 10;
      b = b / 10 | 0;
    }
    c[j] = b;
  }
  if (b) ++y.e;
  else c.shift();
  for (i = c.length; !c[--i]; ) c.pop();
  y.c = c;
  return y;
};
P.toExponential = function(dp, rm) {
  var x = this, n = x.c[0];
  if (dp !== UNDEFINED) {
    if (dp !== ~~dp || dp < 0 || dp > MAX_DP) {
      throw Error(INVALID_DP);
    }
    x = round(new x.constructor(x), ++dp, rm);
    for (; x.c.length < dp; ) x.c.push(0);
  }
  return stringify(x, true, !!n);
};
P.toFixed = function(dp, rm) {
  var x = this, n = x.c[0];
  if (dp !== UNDEFINED) {
    if (dp !== ~~dp || dp < 0 || dp > MAX_DP) {
      throw Error(INVALID_DP);
    }
    x = round(new x.constructor(x), dp + x.e + 1, rm);
    for (dp = dp + x.e + 1; x.c.length < dp; ) x.c.push(0);
  }
  return stringify(x, false, !!n);
};
P.toJSON = P.toString = function() {
  var x = this, Big2 = x.constructor;
  return stringify(x, x.e <= Big2.NE || x.e >= Big2.PE, !!x.c[0]);
};
if (typeof Symbol !== "undefined") {
  P[/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")] = P.toJSON;
}
P.toNumber = function() {
  var n = +stringify(this, true, true);
  if (this.constructor.strict === true && !this.eq(n.toString())) {
    throw Error(NAME + "Imprecise conversion");
  }
  return n;
};
P.toPrecision = function(sd, rm) {
  var x = this, Big2 = x.constructor, n = x.c[0];
  if (sd !== UNDEFINED) {
    if (sd !== ~~sd || sd < 1 || sd > MAX_DP) {
      throw Error(INVALID + "precision");
    }
    x = round(new Big2(x), sd, rm);
    for (; x.c.length < sd; ) x.c.push(0);
  }
  return stringify(x, sd <= x.e || x.e <= Big2.NE || x.e >= Big2.PE, !!n);
};
P.valueOf = function() {
  var x = this, Big2 = x.constructor;
  if (Big2.strict === true) {
    throw Error(NAME + "valueOf disallowed");
  }
  return stringify(x, x.e <= Big2.NE || x.e >= Big2.PE, true);
};
var Big = _Big_();
var big_default = Big;

// shared/src/decimal.ts
big_default.DP = 20;
big_default.PE = 1e6;
big_default.NE = -1e6;
var DECIMAL = /^-?\d{1,24}(\.\d{1,12})?$/;
var isDecimal = (text) => DECIMAL.test(text);
function decimal(text) {
  if (!isDecimal(text)) throw new TypeError(`a decimal number as text is needed, not ${JSON.stringify(text)}`);
  return text;
}
var out = (value) => decimal(value.round(12, big_default.roundHalfUp).toFixed());
var add = (...values) => out(values.reduce((sum, value) => sum.plus(value), new big_default(0)));
var subtract = (left, right) => out(new big_default(left).minus(right));
var compare = (left, right) => new big_default(left).cmp(right);
var isNegative = (value) => new big_default(value).lt(0);
var isZero = (value) => new big_default(value).eq(0);
var negate = (value) => out(new big_default(value).times(-1));
var larger = (left, right) => compare(left, right) >= 0 ? left : right;

// shared/src/problems.ts
var entry = (status, who, retryable = false) => ({ status, who, retryable });
var problemCatalogue = {
  // who is calling
  signature_missing: entry(401, "operator"),
  signature_invalid: entry(401, "operator"),
  signature_expired: entry(401, "operator", true),
  signature_replayed: entry(401, "operator"),
  account_unknown: entry(403, "admin"),
  account_disconnected: entry(403, "admin"),
  org_mismatch: entry(403, "admin"),
  forbidden: entry(403, "admin"),
  // what was asked
  not_found: entry(404, "rep"),
  record_not_found: entry(404, "rep"),
  /** Only the Salesforce package says this: an org can allow quotes without an opportunity. */
  quote_without_deal: entry(404, "rep"),
  panel_unknown: entry(404, "operator"),
  method_not_allowed: entry(405, "operator"),
  invalid_input: entry(422, "rep"),
  invalid_json: entry(400, "operator"),
  unsupported_content_type: entry(415, "operator"),
  body_too_large: entry(413, "operator"),
  too_many_requests: entry(429, "nobody", true),
  idempotency_key_missing: entry(400, "operator"),
  idempotency_key_reused: entry(422, "operator"),
  idempotency_in_progress: entry(409, "nobody", true),
  // the record
  no_company: entry(422, "rep"),
  company_without_name: entry(422, "rep"),
  no_lines: entry(422, "rep"),
  mixed_currencies: entry(422, "rep"),
  currency_unknown: entry(422, "rep"),
  line_without_code: entry(422, "rep"),
  quantity_invalid: entry(422, "rep"),
  quote_changed: entry(409, "rep"),
  already_converted: entry(409, "rep"),
  possible_twin: entry(409, "rep"),
  preview_blocked: entry(422, "rep"),
  approval_waiting: entry(409, "order_desk"),
  approval_rejected: entry(409, "rep"),
  customer_not_linked: entry(409, "rep"),
  customer_already_linked: entry(409, "rep"),
  unknown_product: entry(422, "rep"),
  unknown_customer: entry(422, "rep"),
  submission_state: entry(409, "order_desk"),
  erp_order_unknown: entry(422, "order_desk"),
  erp_order_taken: entry(409, "order_desk"),
  desk_link_used: entry(410, "order_desk"),
  desk_link_expired: entry(410, "order_desk"),
  desk_other_session: entry(409, "order_desk"),
  desk_signed_out: entry(401, "order_desk"),
  connection_in_use: entry(409, "admin"),
  connection_is_default: entry(409, "admin"),
  connection_is_test: entry(409, "admin"),
  connection_paused: entry(409, "admin"),
  pilot_only: entry(403, "admin"),
  flow_off: entry(409, "admin"),
  flow_read_only: entry(409, "admin"),
  flow_unsupported: entry(409, "admin"),
  // the ERP
  erp_unreachable: entry(503, "admin", true),
  erp_timeout: entry(504, "nobody", true),
  erp_busy: entry(503, "nobody", true),
  erp_refused: entry(422, "order_desk"),
  erp_unauthorised: entry(503, "admin"),
  erp_conflict: entry(409, "order_desk", true),
  erp_uncertain: entry(503, "nobody", true),
  erp_drift: entry(502, "operator"),
  erp_not_connected: entry(409, "admin"),
  erp_limit: entry(422, "rep"),
  erp_unfit: entry(409, "admin"),
  // the CRM
  crm_unreachable: entry(503, "nobody", true),
  crm_busy: entry(503, "nobody", true),
  crm_unauthorised: entry(503, "admin"),
  crm_refused: entry(422, "admin"),
  // us
  store_unavailable: entry(503, "operator", true),
  cannot_process: entry(500, "operator"),
  internal: entry(500, "operator", true),
  /** Only a card says this: the CRM's proxy did not get an answer of ours. */
  backroom_unreachable: entry(503, "operator", true)
};

// shared/src/format.ts
function tagOf(locale) {
  try {
    return Intl.getCanonicalLocales(locale.replace("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
function zoneOf(timeZone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
var exact = (amount) => amount;
var pieces = { fr: "pce(s)", de: "Stk.", es: "uds.", nl: "st." };
var unitIn = (tag, unit) => unit === "pcs" ? pieces[tag.slice(0, 2)] ?? unit : unit;
function createFormat(viewer) {
  const tag = tagOf(viewer.locale);
  const timeZone = zoneOf(viewer.timeZone);
  const day = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const dayInZone = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric", timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto", style: "short" });
  const amounts = /* @__PURE__ */ new Map();
  const amountOf = (currency) => {
    const known = amounts.get(currency) ?? new Intl.NumberFormat(tag, { style: "currency", currency });
    amounts.set(currency, known);
    return known;
  };
  const PRICE_PLACES = 6;
  const prices = /* @__PURE__ */ new Map();
  const priceOf = (currency, signDisplay) => {
    const key = `${currency} ${signDisplay}`;
    const known = prices.get(key) ?? new Intl.NumberFormat(tag, { style: "currency", currency, signDisplay, maximumFractionDigits: PRICE_PLACES });
    prices.set(key, known);
    return known;
  };
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const percentage = new Intl.NumberFormat(tag, { style: "unit", unit: "percent", maximumFractionDigits: 6 });
  return {
    tag,
    money: ({ amount, currency }) => amountOf(currency).format(exact(amount)),
    price: ({ amount, currency }) => priceOf(currency, "auto").format(exact(amount)),
    /** A price difference with its sign, except zero. */
    signed: ({ amount, currency }) => priceOf(currency, "exceptZero").format(exact(amount)),
    quantity: (value, unit) => unit ? `${plain.format(exact(value))} ${unitIn(tag, unit)}` : plain.format(exact(value)),
    percent: (value) => percentage.format(exact(value)),
    /** A date of the company's calendar, such as `2026-11-24`. */
    date: (iso) => day.format(/* @__PURE__ */ new Date(`${iso}T00:00:00Z`)),
    /** Date and time in the viewer's zone. The date looks as it does in `date`, which `dateStyle: 'medium'` does not in every language. */
    instant: (iso) => `${dayInZone.format(new Date(iso))}, ${time.format(new Date(iso))}`,
    /** Today's date (`2026-11-24`) in the viewer's zone; `now` in milliseconds. */
    today: (now) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now),
    /** Time since `iso`; `now` in milliseconds. Never in the future, even if the viewer's clock is behind. */
    ago(iso, now) {
      const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1e3));
      if (seconds < 60) return relative.format(-seconds, "second");
      if (seconds < 3600) return relative.format(-Math.round(seconds / 60), "minute");
      if (seconds < 86400) return relative.format(-Math.round(seconds / 3600), "hour");
      return relative.format(-Math.round(seconds / 86400), "day");
    },
    until(iso, now) {
      const seconds = Math.max(0, Math.round((Date.parse(iso) - now) / 1e3));
      return seconds < 90 ? relative.format(seconds, "second") : relative.format(Math.round(seconds / 60), "minute");
    },
    list: (items) => new Intl.ListFormat(tag, { type: "conjunction" }).format(items)
  };
}

// shared/src/messages/ui.en.ts
import { ui, problems } from "c/backroomLabels";
var uiEn = ui;

// shared/src/messages/ui.ts
function translatorOf(locale, table2) {
  const plural = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const [one = "", other = one] = table2[key].split("||");
    const form = values.count !== void 0 && plural.select(Number(values.count)) === "one" ? one : other;
    return form.replace(
      /(\s*: )?\{(\w+)\}/g,
      (_, colon, name) => values[name] ? `${colon ?? ""}${values[name]}` : ""
    ).trim();
  };
}
var messageKey = (text) => text in uiEn ? text : null;

// shared/src/messages/submission.ts
var problemView = ({ problems: problems3 }, problem) => {
  const [title, whatToDo] = problems3[problem.code];
  return { ...problem, title, whatToDo };
};
var tones = {
  queued: "info",
  sending: "info",
  checking: "warning",
  waiting: "warning",
  needs_attention: "danger",
  confirmed: "success",
  cancelled: "default"
};
var stateTag = ({ t }, state) => ({
  text: t(`submission.${state}`),
  tone: tones[state]
});
var steps = {
  queued: 0,
  sending: 1,
  checking: 1,
  waiting: 1,
  confirmed: 2,
  needs_attention: null,
  cancelled: null
};
function nextText({ t }, { kind, state }) {
  const general = state === "sending" || state === "confirmed" || state === "cancelled";
  return t(kind !== "order" && general ? `submission.next.${state}_other` : `submission.next.${state}`);
}
function submissionView(words, submission, now) {
  const { t, format } = words;
  const { state, nextTryAt, problem } = submission;
  return {
    tag: stateTag(words, state),
    next: nextText(words, submission),
    steps: [t("submission.queued"), t("submission.sending"), t("submission.confirmed")],
    step: steps[state],
    nextTry: nextTryAt && state !== "confirmed" && Date.parse(nextTryAt) > now ? t("order.next_try", { when: format.until(nextTryAt, now) }) : null,
    /** Null where sending does not continue: on hold, cancelled or created. */
    kept: state === "queued" || state === "sending" || state === "checking" || state === "waiting" ? t("order.kept") : null,
    problem: problem && state !== "confirmed" ? problemView(words, problem) : null,
    writtenBack: state === "confirmed" ? t(submission.writtenBack ? "order.written_back" : "order.writing_back") : null
  };
}
var isCode = (text) => /^[A-Z]{3}$/.test(text);
function amountOrText({ format }, value) {
  if (value === null) return "–";
  const [amount = "", code, ...more] = value.split(" ");
  if (!isDecimal(amount) || more.length > 0) return value;
  if (code === void 0) return format.quantity(decimal(amount));
  return isCode(code) ? format.money({ amount: decimal(amount), currency: code }) : value;
}
var differenceText = (words, { field, line, sent, got }) => {
  const values = {
    field: words.t(`differs.${field}`),
    sent: amountOrText(words, sent),
    got: amountOrText(words, got),
    line: String((line ?? 0) + 1)
  };
  return words.t(line === null ? "differs.whole" : "differs.of_line", values);
};
function differsView(words, { differences = [] }) {
  if (differences.length === 0) return null;
  return { title: words.t("differs.title"), lines: differences.map((each) => differenceText(words, each)) };
}
function fieldName({ t }, field) {
  const [, line, part] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const known = messageKey(`field.${part ?? field}`);
  if (!known) return field;
  return line === void 0 ? t(known) : t("field.of_line", { line: String(Number(line) + 1), field: t(known) });
}
var correctionIn = (words, text) => text.replace(/ \[[0-9a-f]{12}\]$/, "").split("; ").map((each) => each.replace(/^([\w.]+): /, (_, field) => `${fieldName(words, field)}: `)).join("; ");
var eventView = (words, event) => ({
  at: words.format.instant(event.at),
  what: words.t(`step.${event.step}`, { actor: event.actor }),
  state: words.t(`submission.${event.state}`),
  tone: tones[event.state],
  words: event.step === "mend" && event.words ? correctionIn(words, event.words) : event.words ?? (event.problem ? problemView(words, event.problem).title : "")
});

// extension/panels/src/values.ts
var isMoney = (value) => typeof value === "object" && value !== null && "currency" in value;
var isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
var dayText = ({ t, format }, iso, today) => iso <= today ? t("stock.now") : format.date(iso);
function valuesOf({ format }, values) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isMoney(value) ? format.money(value) : isDay(value) ? format.date(value) : value
    ])
  );
}
var say = ({ t }, key, fallback) => {
  const known = messageKey(key);
  return known ? t(known) : fallback;
};

// extension/panels/src/checks.ts
var passing = /* @__PURE__ */ new Set([
  "figures_stale",
  "figure_missing",
  "erp_unavailable",
  "products_not_known",
  "customer_not_known",
  "record_unreadable"
]);
var passes = ({ code, level }) => passing.has(code) && level !== "info";
var isProblemCode = (value) => typeof value === "string" && Object.hasOwn(problemCatalogue, value);
var reasoned = /* @__PURE__ */ new Set(["figure_missing", "products_not_known", "customer_not_known"]);
function checkValues(words, { code, values }) {
  const shown = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => isMoney(value) ? [[name, words.format.price(value)]] : [])
  );
  if (code === "detail_not_carried")
    return { ...shown, value: String(values.value), detail: say(words, `differs.${String(values.detail)}`, "") };
  if (!reasoned.has(code)) return { ...valuesOf(words, values), ...shown };
  const reason = isProblemCode(values.reason) ? values.reason : "internal";
  return {
    panel: say(words, `panel.${String(values.panel)}`, String(values.panel)),
    reason: words.problems[reason][0]
  };
}
var checkView = (words, found) => ({
  code: found.code,
  level: words.t(levelOf(found)),
  text: words.t(`check.${found.code}`, checkValues(words, found)),
  tone: toneOf(found),
  mustAccept: found.level === "warn",
  retry: passes(found)
});
var levelOf = ({ level, approval }) => approval === "needed" ? "order.level.approval" : approval === "granted" ? "order.level.approved" : `order.level.${level}`;
var toneOf = ({ code, level, approval }) => level === "block" && approval !== "needed" ? "danger" : level === "warn" || approval === "needed" || code === "near_limit" ? "warning" : code === "all_well" ? "success" : "info";
var checksView = (words, checks) => [
  ...new Map(
    checks.map((each) => checkView(words, each)).map((each) => [`${each.level} ${each.text}`, each])
  ).values()
];

// extension/panels/src/views.ts
function ageView(words, freshness, now) {
  const { t, format, problems: problems3 } = words;
  const age = format.ago(freshness.asOf, now);
  const at = format.instant(freshness.asOf);
  if (freshness.source === "stale") {
    const reason = problems3[freshness.reason ?? "erp_unreachable"][0];
    return { text: t("age.stale", { age, reason }), stale: true, at };
  }
  const fresh = freshness.source === "live" && now - Date.parse(freshness.asOf) < 1e4;
  return { text: fresh ? t("age.live") : t("age.cached", { age }), stale: false, at };
}
function refreshFailure(words, problem, freshness, now) {
  const reason = problemView(words, problem).title;
  return freshness ? words.t("refresh.failed", { reason, when: words.format.ago(freshness.asOf, now) }) : words.t("refresh.failed_now", { reason });
}
var alertTones = { danger: "danger", warning: "warning", info: "info" };
var alertView = (words, alert) => ({
  text: words.t(`alert.${alert.code}`, valuesOf(words, alert.values)),
  tone: alertTones[alert.level]
});
var stockTones = {
  available: "success",
  later: "warning",
  short: "danger",
  not_stocked: "default",
  ordered: "default"
};
var priceTones = { equal: "success", below: "warning", above: "info", other_currency: "warning" };
function stockText({ t, format }, { verdict, available, quantity }) {
  const values = { count: available, available: format.quantity(available), quantity: format.quantity(quantity) };
  if (verdict === "available") return t("stock.available_count", values);
  return verdict === "short" && !isZero(available) && !isNegative(available) ? t("stock.available_of", values) : t(`stock.${verdict}`);
}
function promiseOf(words, line, today) {
  const { t, format } = words;
  if (line?.state === "unknown") return t("unknown");
  if (line?.state !== "known" || line.verdict === "not_stocked") return null;
  const { promiseDate, verdict } = line;
  if (verdict === "ordered") return promiseDate === null ? t("unknown") : format.date(promiseDate);
  if (promiseDate === null) return t("stock.never");
  return dayText(words, promiseDate, today);
}
var differenceText2 = ({ t, format }, { amount, currency }) => isNegative(amount) ? t("price.quote_lower", { amount: format.price({ amount: negate(amount), currency }) }) : t("price.quote_higher", { amount: format.price({ amount, currency }) });
function lineViews(words, stock, prices, today) {
  const { t, format } = words;
  return (stock ?? prices ?? []).map((line, index) => {
    const s = stock?.[index];
    const p = prices?.[index];
    const trouble = s?.state === "trouble" ? s.trouble : p?.state === "trouble" ? p.trouble : null;
    const known = s?.state === "known" ? s : null;
    const priced = p?.state === "known" ? p : null;
    const stocked = known !== null && known.verdict !== "not_stocked";
    const unit = s?.state === "trouble" ? void 0 : s?.unit;
    return {
      id: line.lineId,
      code: line.code ?? "",
      name: line.name,
      quantity: format.quantity(line.quantity, unit),
      stock: trouble ? { text: t(`trouble.${trouble}`), tone: "danger" } : known ? { text: stockText(words, known), tone: stockTones[known.verdict] } : { text: t("stock.unknown"), tone: "default" },
      promise: promiseOf(words, s, today),
      promiseSort: known?.promiseDate ?? (stocked ? "9999" : "0000"),
      quoted: priced && format.price(priced.quoted),
      erp: priced && format.price(priced.erp),
      price: priced && { text: t(`price.${priced.verdict}`), tone: priceTones[priced.verdict] },
      difference: priced?.difference ? differenceText2(words, priced.difference) : null,
      stockLine: known,
      priceLine: priced
    };
  });
}
var priceSource = (words, source) => say(words, `price.source.${source}`, source);
var orderTones = {
  draft: "default",
  confirmed: "info",
  partly_delivered: "warning",
  delivered: "success",
  invoiced: "success",
  cancelled: "danger"
};
var orderTag = ({ t }, status) => ({
  text: t(`order.status.${status}`),
  tone: orderTones[status]
});
var invoiceTones = {
  paid: "success",
  part_paid: "info",
  open: "default",
  overdue: "danger",
  cancelled: "default"
};
function invoiceTag({ t }, { kind, status, overdueDays }) {
  const state = status === "overdue" ? t("invoice.overdue_days", { count: String(overdueDays) }) : t(`invoice.status.${status}`);
  return {
    text: kind === "credit_note" ? t("invoices.credit_note", { kind: t("invoice.kind.credit_note"), status: state }) : state,
    tone: invoiceTones[status]
  };
}
var invoiceAmount = ({ format }, { kind }, { amount, currency }) => format.money({ amount: kind === "credit_note" && !isZero(amount) ? negate(amount) : amount, currency });
var creditTones = {
  ok: "success",
  near_limit: "warning",
  over_limit: "danger",
  overdue: "warning",
  blocked: "danger",
  no_limit: "default",
  not_judged: "warning"
};
function creditView(words, { position, deal, freeAfterDeal, unjudged, ordered, verdict }) {
  const { t, format } = words;
  const money = (value, none2) => value ? format.money(value) : t(none2);
  return {
    tag: { text: t(`credit.verdict.${verdict}`), tone: creditTones[verdict] },
    limit: money(position.limit, "credit.no_limit"),
    exposure: format.money(position.exposure),
    free: money(position.free, "credit.no_limit"),
    deal: deal && format.money(deal),
    afterDeal: freeAfterDeal ? format.money(freeAfterDeal) : unjudged ? t("unknown") : null,
    note: unjudged === "currency" ? t("check.credit_not_comparable", { limit: position.free?.currency ?? "", order: deal?.currency ?? "" }) : unjudged === "total" ? t("check.credit_total_unknown") : ordered ? t("credit.ordered") : null,
    openOrders: money(position.openOrders, "unknown"),
    receivable: format.money(position.receivable),
    overdue: format.money(position.overdue),
    hasOverdue: compare(position.overdue.amount, decimal("0")) > 0,
    blockedReason: position.blocked ? position.blockedReason : null,
    ageing: position.ageing.map(({ fromDays, toDays, amount }) => ({
      label: fromDays <= 0 ? t("credit.ageing.not_due") : toDays === null ? t("credit.ageing.more", { from: String(fromDays - 1) }) : t("credit.ageing.range", { from: String(fromDays), to: String(toDays) }),
      amount: format.money(amount)
    }))
  };
}
var returnTones = {
  requested: "info",
  approved: "info",
  received: "warning",
  partly_credited: "warning",
  credited: "success",
  replaced: "success",
  rejected: "danger"
};
var returnTag = ({ t }, status) => ({
  text: t(`return.status.${status}`),
  tone: returnTones[status]
});

// extension/panels/src/cards.ts
function panelsView(only, data) {
  const results = only.flatMap((name) => {
    const result = data?.panels[name];
    return result ? [{ name, result }] : [];
  });
  if (data === null || results.every(({ result }) => result.state === "pending")) return { state: "loading" };
  const problems3 = new Map(
    results.flatMap(({ result }) => result.state === "problem" ? [[result.problem.code, result.problem]] : [])
  );
  const ages = results.flatMap(
    ({ result }) => result.state === "ready" && result.freshness ? [result.freshness] : []
  );
  const worst = ages.find(({ source }) => source === "stale") ?? ages.sort((a, b) => a.asOf < b.asOf ? -1 : 1)[0];
  return {
    state: "shown",
    ready: Object.fromEntries(
      results.flatMap(({ name, result }) => result.state === "ready" ? [[name, result.data]] : [])
    ),
    problems: [...problems3.values()],
    freshness: worst ?? null
  };
}
var whole = /* @__PURE__ */ new Set(["customer", "customerId", "order"]);
function noticeView(words, problem) {
  const { t } = words;
  if (problem.code === "customer_not_linked")
    return { empty: { title: t("customer.unlinked_title"), text: t("customer.unlinked_text") } };
  const { title, whatToDo, detail, field, reference, who, retryable } = problemView(words, problem);
  return {
    notice: {
      title,
      text: whatToDo,
      details: [
        ...detail && problem.code.startsWith("erp_") ? [t("order.erp_says", { words: detail })] : [],
        ...detail && problem.code === "possible_twin" ? [detail] : [],
        ...field && !whole.has(field) ? [t("order.field", { field: fieldName(words, field) })] : []
      ],
      // What the engine noted carries its own code: nothing that support could look for.
      small: reference === problem.code ? t(`who.${who}`) : `${t(`who.${who}`)} ${t("reference", { reference })}`,
      retryable
    }
  };
}
var nameOf = ({ name, number }) => `${name} (${number})`;
var identityOf = ({ city, country, vatId }) => [[city, country].filter(Boolean).join(", "), vatId ?? ""].filter((each) => each !== "");
function customerChoiceView({ t }, customer) {
  if (customer.state === "linked") {
    const { others = [] } = customer;
    if (others.length === 0) return { state: "linked" };
    return {
      state: "choose",
      title: t("customer.candidates_title"),
      text: t("customer.merged_text", { customer: nameOf(customer.customer) }),
      candidates: [customer.customer, ...others].map((each) => ({
        id: each.id,
        name: nameOf(each),
        about: identityOf(each).join(" · ")
      })),
      canCreate: false
    };
  }
  if (customer.state === "no_company")
    return { state: "empty", empty: { title: t("customer.no_company_title"), text: t("customer.no_company_text") } };
  if (customer.state === "creating") return { state: "creating", text: t("customer.creating") };
  const none2 = customer.state === "none";
  return {
    state: "choose",
    title: t(none2 ? "customer.none_title" : "customer.candidates_title"),
    text: t(none2 ? "customer.none_text" : "customer.candidates_text"),
    candidates: (none2 ? [] : customer.candidates).map(({ customer: each, score, why }) => ({
      id: each.id,
      name: nameOf(each),
      about: [
        ...identityOf(each),
        t("customer.match", { score: String(score) }),
        ...why.flatMap((name) => {
          const key = messageKey(`customer.why.${name}`);
          return key ? [t(key)] : [];
        })
      ].join(" · ")
    })),
    canCreate: !none2 || customer.canCreate
  };
}
function stockFigures({ t, format }, { pricing }) {
  if (!pricing) return [];
  const { quotedTotal, erpTotal } = pricing;
  const comparable = quotedTotal && erpTotal && quotedTotal.currency === erpTotal.currency;
  const difference = comparable ? { ...quotedTotal, amount: subtract(quotedTotal.amount, erpTotal.amount) } : null;
  if (difference && isZero(difference.amount)) return [];
  return [
    { label: t("price.quoted_total"), value: quotedTotal ? format.money(quotedTotal) : t("unknown") },
    { label: t("price.erp_total"), value: erpTotal ? format.money(erpTotal) : t("unknown") },
    ...difference ? [{ label: t("price.difference"), value: format.signed(difference) }] : []
  ];
}
function creditCard(words, credit) {
  const { t } = words;
  const { tag, blockedReason, limit, exposure, free, deal, afterDeal, note, ageing } = creditView(words, credit);
  return {
    tag,
    blockedReason,
    note,
    figures: [
      { label: t("credit.limit"), value: limit },
      { label: t("credit.exposure"), value: exposure },
      { label: t("credit.free"), value: free },
      ...deal ? [{ label: t("credit.order_gross"), value: deal }] : [],
      ...afterDeal ? [{ label: t("credit.after_deal"), value: afterDeal }] : []
    ],
    ageingTitle: t("credit.ageing"),
    // Nothing open has no age.
    ageing: credit.position.ageing.every(({ amount }) => isZero(amount.amount)) ? [] : ageing.map(({ label, amount }) => ({ label, value: amount }))
  };
}
function quoteChoice({ t }, { quotes = [] }) {
  const [used] = quotes;
  if (!used || quotes.length < 2) return null;
  return {
    label: t("order.quote"),
    used: used.id,
    options: quotes.map(({ id, number }) => ({ value: id, label: number ?? id }))
  };
}
var newCodes = (refusal) => new Set(refusal?.code === "preview_blocked" ? refusal.errors?.map(({ message }) => message) : []);
function previewView(words, preview, refusal = null) {
  const { t, format } = words;
  const added = newCodes(refusal);
  const checks = checksView(words, preview.checks).map(
    (each) => added.has(each.code) ? { ...each, text: t("check.new", { check: each.text }) } : each
  );
  const toAccept = checks.filter(({ mustAccept }) => mustAccept);
  const warnings = [...new Set(toAccept.map(({ code }) => code))];
  const twins = preview.checks.flatMap(
    ({ code, values }) => code === "possible_twin" && typeof values.reference === "string" ? [values.reference] : []
  );
  const stands = added.size === 0 || preview.checks.some(({ code }) => added.has(code));
  return {
    /** A refusal is over once nothing that it names is among the checks any more. */
    problem: stands ? refusal : null,
    figures: [
      { label: t("net"), amount: preview.net },
      { label: t("tax"), amount: preview.tax },
      { label: t("total"), amount: preview.total }
    ].flatMap(({ label, amount }) => amount ? [{ label, value: format.money(amount) }] : []),
    customer: preview.customer ? `${preview.customer.name} (${preview.customer.number})` : null,
    quotes: quoteChoice(words, preview),
    // What the verdict says, or the choice of the customer below it, is not said again.
    checks: checks.filter(({ code }) => code !== "all_well" && code !== "customer_not_linked"),
    warnings,
    seen: `${preview.revision}|${warnings.join()}`,
    /** What the one button does. */
    convert: t(preview.approval?.state === "needed" && preview.canConvert ? "order.ask_approval" : "order.convert"),
    accept: preview.canConvert && warnings.length > 0 ? t("order.accept", { count: String(toAccept.length) }) : null,
    twins,
    twinsSeen: `${preview.revision}|${twins.join()}`,
    different: preview.canConvert && twins.length > 0 ? t("order.different_sale") : null
  };
}

// extension/panels/src/claim.ts
var zero = decimal("0");
function quantityOf(text) {
  const read = text.trim().replace(",", ".");
  return isDecimal(read) && compare(read, zero) > 0 ? read : null;
}
function returnable(order, code, returns) {
  const sum = (values) => values.reduce((left, right) => add(left, right), zero);
  const delivered = sum(order.lines.filter((line) => line.code === code).map((line) => line.delivered));
  const back = returns.filter(({ orderNumber, status }) => orderNumber === order.number && status !== "rejected").flatMap(({ lines }) => lines.filter((line) => line.code === code).map(({ quantity }) => quantity));
  return larger(subtract(delivered, sum(back)), zero);
}
function leftOf(order, returns) {
  const products = new Map(order.lines.filter(({ code }) => code !== "").map(({ code, name }) => [code, name]));
  return [...products].flatMap(([code, name]) => {
    const left = returnable(order, code, returns);
    return compare(left, zero) > 0 ? [{ code, name, left }] : [];
  });
}
function claimView(words, found, chosen, quantities = {}) {
  const { t, format } = words;
  const possible = found.orders.filter((order2) => leftOf(order2, found.returns).length > 0);
  const order = possible.find(({ number }) => number === chosen) ?? possible[0] ?? null;
  const lines = (order ? leftOf(order, found.returns) : []).map(({ code, name, left }) => {
    const typed = quantities[code]?.trim() ?? "";
    const quantity = quantityOf(typed);
    const hint = t("returns.returnable", { quantity: format.quantity(left) });
    return {
      code,
      label: t("returns.quantity_of", { product: `${code} ${name}` }),
      hint,
      left,
      /** Why what was typed cannot be sent. */
      wrong: typed === "" ? null : quantity === null ? t("returns.need_quantity") : compare(quantity, left) > 0 ? hint : null
    };
  });
  return {
    empty: order ? null : t("returns.no_orders"),
    order: order?.number ?? null,
    orders: possible.map(({ number, orderedOn }) => ({ value: number, label: `${number}, ${format.date(orderedOn)}` })),
    lines
  };
}
function claimInput({ t }, view, typed) {
  if (view.order === null) return { missing: t("returns.no_orders") };
  const wrong = view.lines.find((line) => line.wrong !== null);
  if (wrong?.wrong) return { missing: `${wrong.label}: ${wrong.wrong}` };
  const lines = view.lines.flatMap(({ code }) => {
    const quantity = quantityOf(typed.quantities[code] ?? "");
    return quantity === null ? [] : [{ code, quantity }];
  });
  if (lines.length === 0) return { missing: t("returns.need_quantity") };
  const reason = typed.reason.trim();
  if (reason.length < 3) return { missing: t("returns.need_reason") };
  return { input: { orderNumber: view.order, reason, lines } };
}
function refusedClaim(submissions) {
  const last = submissions?.find(({ kind }) => kind === "return");
  return last?.state === "needs_attention" ? last : null;
}

// extension/panels/src/invoices.ts
function invoicesView({ t, format }, { totals, more = false, invoices }) {
  const join = (texts) => texts.join(" · ");
  const dues = (totals ?? []).flatMap(({ nextDue: nextDue2 }) => nextDue2 ? [nextDue2] : []).sort();
  const [nextDue] = dues;
  const figures = totals === null ? [
    { label: t("invoices.open_total"), value: t("unknown") },
    { label: t("invoices.overdue_total"), value: t("unknown") }
  ] : totals.length === 0 ? [] : [
    { label: t("invoices.open_total"), value: join(totals.map(({ open }) => format.money(open))) },
    { label: t("invoices.overdue_total"), value: join(totals.map(({ overdue }) => format.money(overdue))) },
    ...nextDue ? [{ label: t("invoices.next_due"), value: format.date(nextDue) }] : []
  ];
  return { figures, more: more ? t("invoices.more") : null, empty: invoices.length === 0 };
}

// extension/panels/src/difference.ts
var keyOf = ({ code, name }) => code || name;
function byProduct(lines) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines) found.set(keyOf(line), [...found.get(keyOf(line)) ?? [], line]);
  return found;
}
var samePrice = (left, right) => right !== null && left.currency === right.currency && compare(left.amount, right.amount) === 0;
var tones2 = { added: "info", removed: "danger", changed: "warning" };
function differenceTable({ t, format }, order, preview) {
  const ordered = byProduct(order.lines);
  const quoted = byProduct(preview.lines);
  const amount = (quantity, price) => price ? `${format.quantity(quantity)} × ${format.price(price)}` : format.quantity(quantity);
  const rows = [.../* @__PURE__ */ new Set([...ordered.keys(), ...quoted.keys()])].flatMap((key) => {
    const before = ordered.get(key) ?? [];
    const after = quoted.get(key) ?? [];
    return Array.from(
      { length: Math.max(before.length, after.length) },
      (_, at) => [key, before[at], after[at], at]
    );
  });
  return {
    columns: [
      { key: "kind", label: t("change.kind"), whole: true },
      { key: "product", label: t("product") },
      { key: "ordered", label: t("change.ordered"), right: true },
      { key: "quoted", label: t("change.quoted"), right: true }
    ],
    rows: rows.flatMap(([key, before, after, at]) => {
      if (before && after && compare(before.quantity, after.quantity) === 0 && samePrice(before.unitPrice, after.quotedUnitPrice))
        return [];
      const kind = before ? after ? "changed" : "removed" : "added";
      const line = after ?? before;
      return [
        {
          id: `${key}|${at}`,
          cells: {
            kind: { text: t(`change.${kind}`), tone: tones2[kind] },
            product: { text: [line?.code, line?.name].filter(Boolean).join(" ") },
            ordered: { text: before ? amount(before.quantity, before.unitPrice) : "–" },
            quoted: { text: after ? amount(after.quantity, after.quotedUnitPrice) : "–" }
          }
        }
      ];
    })
  };
}

// extension/panels/src/rhythm.ts
var IDLE_MS = 6e4;
var EXPECTING_MS = 6e3;
var WATCH_MS = 1e4;
var FOLLOW_MS = 1e3;
var DESK_LINK_MS = 24e4;
var moving = /* @__PURE__ */ new Set(["queued", "sending", "checking", "waiting"]);
var isMoving = ({ state, writtenBack, kind }) => moving.has(state) || state === "confirmed" && !writtenBack && kind === "order";
function intervalFor(data) {
  const results = Object.values(data?.panels ?? {});
  if (results.some((result) => result.state === "pending")) return 1500;
  const expecting = results.some(
    (result) => result.state === "problem" && (result.problem.retryable || result.problem.code === "customer_not_linked") || result.state === "ready" && (result.refreshing || result.freshness?.source === "stale")
  );
  return expecting ? EXPECTING_MS : IDLE_MS;
}
function decisionInterval(data) {
  if (!data) return EXPECTING_MS;
  const { customer, preview, order, submissions } = data;
  if (submissions.some(isMoving)) return FOLLOW_MS;
  const creating = customer.state === "ready" && customer.data.state === "creating";
  if (creating || [customer, preview, order].some((part) => part?.state === "pending")) return 1500;
  const failing = [customer, preview, order].some((part) => part?.state === "problem" && part.problem.retryable);
  const passing2 = preview?.state === "ready" && preview.data.checks.some(passes);
  const unlinked = customer.state === "ready" && customer.data.state !== "linked";
  return failing || passing2 || unlinked ? EXPECTING_MS : WATCH_MS;
}

// extension/panels/src/verdict.ts
var tones3 = {
  checking: "info",
  unchecked: "danger",
  blocked: "danger",
  duplicate: "danger",
  approval: "warning",
  approving: "warning",
  rejected: "danger",
  warnings: "warning",
  ready: "success",
  sending: "info",
  verifying: "warning",
  waiting: "warning",
  refused: "danger",
  attention: "danger",
  ordered: "success",
  changed: "warning"
};
var reasons = {
  customer_not_linked: "customer",
  no_company: "company",
  company_without_name: "company",
  customer_blocked: "customer_blocked",
  line_without_code: "products",
  unknown_product: "products",
  unknown_product_near: "products",
  archived_product: "products",
  erp_refuses: "erp",
  erp_limit: "erp",
  products_not_known: "unreachable",
  customer_not_known: "unreachable",
  figure_missing: "unreachable",
  already_converted: "ordered"
};
var liveOrder = ({ submissions }) => submissions.find(({ kind, state }) => kind === "order" && state !== "cancelled") ?? null;
var convertedOrder = ({ order }) => order.state === "ready" ? order.data.converted : null;
function ofSubmission({ state, revision, problem }, now) {
  switch (state) {
    case "queued":
    case "sending":
      return "sending";
    case "checking":
      return "verifying";
    case "waiting":
      return "waiting";
    case "needs_attention":
      return problem?.code === "erp_refused" ? "refused" : "attention";
    default:
      return now !== null && revision !== now ? "changed" : "ordered";
  }
}
var isBlock = ({ level, code, approval }) => level === "block" && !approval && code !== "possible_twin";
function approvalVerdict({ t }, { checks }, { state, role, by, reason }) {
  const isBlocked = checks.some(isBlock);
  if (isBlocked || state === "approved") return null;
  const who = role || t("verdict.role");
  if (state === "rejected") return ["rejected", { by: by ?? who, reason: reason ?? "" }];
  return [state === "waiting" ? "approving" : "approval", { role: who }];
}
function verdictView(words, decision) {
  const { t } = words;
  const say2 = (kind, values = {}) => ({
    kind,
    text: t(`verdict.${kind}`, values),
    tone: tones3[kind]
  });
  const { preview } = decision;
  const latest = liveOrder(decision);
  const converted = convertedOrder(decision);
  if (latest) {
    const kind = ofSubmission(latest, decision.revision);
    return say2(kind, { number: latest.erpNumber ?? converted?.number ?? stateTag(words, latest.state).text });
  }
  if (converted) return say2("ordered", { number: converted.number });
  if (preview === null || preview.state === "pending") return say2("checking");
  if (preview.state === "problem") return say2("unchecked", { reason: problemView(words, preview.problem).title });
  const { canConvert, checks, approval } = preview.data;
  const stands = approval && approvalVerdict(words, preview.data, approval);
  if (stands) return say2(...stands);
  if (!canConvert) {
    const block = checks.find(isBlock);
    const why = block ? reasons[block.code] ?? "quote" : "unreachable";
    return say2("blocked", { reason: t(`verdict.why.${why}`) });
  }
  if (checks.some(({ code }) => code === "possible_twin")) return say2("duplicate");
  const warnings = checksView(words, checks).filter(({ mustAccept }) => mustAccept).length;
  return warnings > 0 ? say2("warnings", { count: String(warnings) }) : say2("ready");
}

// extension/panels/src/order.ts
function orderFacts({ t, format }, order, promisedOn = null) {
  const promised = order.promisedOn ?? promisedOn;
  return [
    { label: t("order.ordered"), value: format.date(order.orderedOn) },
    { label: t("order.promised"), value: promised ? format.date(promised) : t("unknown") },
    { label: t("total"), value: format.money(order.total) },
    {
      label: t("deliveries"),
      value: order.deliveries.length === 0 ? t("order.no_deliveries") : format.list(order.deliveries.map((each) => `${each.number} (${t(`delivery.${each.status}`)})`))
    }
  ];
}
function stoppedText({ t, format }, { events, updatedAt }, now) {
  const actor = events.findLast(({ step }) => step === "cancel")?.actor ?? "";
  return t("order.stopped", { actor, when: format.ago(updatedAt, now), next: t("submission.next.cancelled") });
}
function ageOf({ preview, order }, converted) {
  if (converted && order.state === "ready") return order.freshness;
  return preview?.state === "ready" ? preview.data.freshness : null;
}
function choiceOf({ customer }) {
  if (customer.state !== "ready") return null;
  const { data } = customer;
  return data.state === "linked" && (data.others ?? []).length === 0 ? null : data;
}
function orderCard(words, decision, now, onceMore) {
  const latest = liveOrder(decision);
  const converted = convertedOrder(decision);
  const verdict = verdictView(words, decision);
  const newest = decision.submissions.find(({ kind }) => kind === "order");
  const changed = verdict.kind === "changed" && latest !== null;
  const number = latest?.erpNumber ?? "";
  const asked = changed && onceMore === latest.id;
  const preview = decision.preview?.state === "ready" ? decision.preview.data : null;
  const showPreview = asked || latest === null && converted === null;
  const progress = latest && latest.state !== "confirmed" ? submissionView(words, latest, now) : null;
  return {
    verdict,
    /** What comes next, in one sentence, while an order is under way. */
    next: progress ? [progress.next, progress.nextTry].filter(Boolean).join(" ") : null,
    freshness: ageOf(decision, converted),
    choice: latest || converted ? null : choiceOf(decision),
    preview: showPreview ? preview : null,
    previewProblem: showPreview && decision.preview?.state === "problem" ? decision.preview.problem : null,
    isChecking: showPreview && decision.preview?.state === "pending",
    latest,
    converted,
    promisedOn: decision.order.state === "ready" ? decision.order.data.promisedOn ?? null : null,
    /** What the ERP made of it otherwise than it was sent: the rep has to know, also once all else is well. */
    differs: latest && differsView(words, latest),
    /** Where the quote now differs from the order. */
    change: changed && converted && preview ? {
      title: words.t("change.title", { number: converted.number }),
      table: differenceTable(words, converted, preview)
    } : null,
    /** The changed quote is ordered too only by somebody who asks for it; `id` is what to remember then. */
    onceMore: changed ? {
      id: asked ? null : latest.id,
      label: asked ? words.t("order.once_more_not", { number }) : words.t("order.once_more")
    } : null,
    /** Where more can be done about it than here, and what that is called. */
    desk: latest && {
      submission: latest.id,
      label: words.t(
        changed ? "change.request" : latest.state === "needs_attention" && latest.canMend ? "order.mend_at_desk" : "order.open_desk"
      ),
      isPrimary: latest.state === "needs_attention" || changed
    },
    stopped: latest === null && newest ? stoppedText(words, newest, now) : null,
    showProgress: latest !== null && (isMoving(latest) || latest.state === "needs_attention" || !converted),
    showPreview
  };
}

// extension/panels/src/overview.ts
function completionText(words, { completeBy, completion }, today) {
  const { t } = words;
  if (completeBy) return dayText(words, completeBy, today);
  return t(completion === "never" ? "overview.complete_never" : "unknown");
}
function customerText({ t }, customer) {
  if (customer === null) return t("unknown");
  if (customer.state === "linked") return `${customer.customer.name} (${customer.customer.number})`;
  return t(customer.state === "no_company" ? "customer.no_company_title" : "alert.customer_not_linked");
}
function creditFact({ t, format }, credit, type) {
  const { freeAfterDeal = null, unjudged = null, position } = credit ?? {};
  const isAfter = type === "deal" && !credit?.ordered;
  const label = t(isAfter ? "overview.credit_after" : "overview.credit_free");
  if (!position || unjudged) return { label, value: t("unknown") };
  const free = freeAfterDeal ?? position.free;
  return { label, value: free ? format.money(free) : t("overview.no_limit") };
}
function openText({ t }, open, overdue, overdueAmount) {
  if (isZero(overdueAmount)) return open;
  return open === overdue ? t("overview.all_overdue", { open }) : t("overview.of_which_overdue", { open, overdue });
}
function overviewView(words, overview, type, today) {
  const { t, format } = words;
  const { customer, openInvoices, missing } = overview;
  const isDeal = type === "deal";
  const facts = [
    {
      label: t("customer"),
      value: customerText(words, customer)
    },
    ...isDeal ? [
      {
        label: t(overview.credit?.ordered ? "order.promised" : "overview.complete_by"),
        value: completionText(words, overview, today)
      }
    ] : [],
    creditFact(words, overview.credit, type),
    {
      label: t("overview.open_invoices"),
      value: openInvoices === null ? t("unknown") : openInvoices.filter(({ open }) => !isZero(open.amount)).map(({ open, overdue }) => openText(words, format.money(open), format.money(overdue), overdue.amount)).join(" · ") || t("overview.nothing_open")
    }
  ];
  const alerts = isDeal ? [] : overview.alerts.map((each) => alertView(words, each));
  return {
    facts: customer !== null && customer.state !== "linked" ? [] : facts,
    alerts,
    missing: missing.length > 0 ? t("overview.missing", { panels: format.list(missing.map((name) => t(`panel.${name}`))) }) : null
  };
}

// extension/panels/src/questions.ts
var panelsQuestion = (client, record, only) => ({
  key: `panels ${record.type} ${record.id} ${only.join()}`,
  ask: () => client.panels(record, only),
  every: ({ data, error }) => error ? EXPECTING_MS : intervalFor(data ?? void 0)
});
var decisionQuestion = (client, dealId) => ({
  key: `decision ${dealId}`,
  ask: () => client.decision(dealId),
  every: ({ data, error }) => error ? EXPECTING_MS : decisionInterval(data ?? void 0)
});
var submissionsQuestion = (client, record) => ({
  key: `submissions ${record.type} ${record.id}`,
  ask: () => client.submissions(record),
  every: ({ data }) => data?.some(isMoving) ? FOLLOW_MS : IDLE_MS
});

// extension/panels/src/store.ts
var nothing = { data: null, error: null, asking: false };
var here = globalThis.document ?? { hidden: false };
function createStore(page = here) {
  const entries = /* @__PURE__ */ new Map();
  const become = (entry2, next) => {
    entry2.state = { ...entry2.state, ...next };
    for (const tell of [...entry2.listeners]) tell();
  };
  async function ask(entry2, how = entry2.question.ask) {
    clearTimeout(entry2.timer);
    entry2.turn += 1;
    const { turn } = entry2;
    become(entry2, { asking: true });
    const next = await how().then(
      (data) => ({ data, error: null }),
      (error) => ({ error: error instanceof Error ? error : new Error(String(error)) })
    );
    if (turn !== entry2.turn) return;
    become(entry2, { ...next, asking: false });
    wait(entry2);
  }
  function wait(entry2) {
    clearTimeout(entry2.timer);
    if (entry2.listeners.size === 0) return;
    entry2.timer = setTimeout(() => page.hidden ? wait(entry2) : void ask(entry2), entry2.question.every(entry2.state));
  }
  function again(entry2) {
    if (entry2.listeners.size > 0 && !entry2.question.apart) void ask(entry2);
  }
  function entryOf(question) {
    const known = entries.get(question.key);
    const entry2 = known ?? { question, state: nothing, listeners: /* @__PURE__ */ new Set(), timer: void 0, turn: 0 };
    entry2.question = question;
    entries.set(question.key, entry2);
    return entry2;
  }
  return {
    state: ({ key }) => entries.get(key)?.state ?? nothing,
    /** Asks for as long as somebody listens; returns how to stop. */
    observe(question, listen) {
      const entry2 = entryOf(question);
      const tell = () => listen();
      entry2.listeners.add(tell);
      if (!entry2.state.asking) void ask(entry2);
      return () => {
        entry2.listeners.delete(tell);
        if (entry2.listeners.size === 0) clearTimeout(entry2.timer);
      };
    },
    /** Asks this one time in another way, as Refresh does; then everything else, so that no card keeps an older figure. */
    async refresh(question, how) {
      const entry2 = entryOf(question);
      await ask(entry2, how);
      for (const each of entries.values()) if (each !== entry2) again(each);
    },
    /** Takes over an answer that came with a write. */
    put(question, data) {
      const entry2 = entryOf(question);
      entry2.turn += 1;
      become(entry2, { data, error: null, asking: false });
      wait(entry2);
    },
    /** Something was written: everything on the page is asked for again. */
    changed() {
      for (const each of entries.values()) again(each);
    }
  };
}

// extension/panels/src/tables.ts
var none = "–";
var product = (code, name) => `${code ?? ""} ${name}`.trim();
var table = (rows, id, drafts) => ({
  columns: drafts.map(({ cell: _, ...column }) => column),
  rows: rows.map((row) => ({
    id: id(row),
    cells: Object.fromEntries(
      drafts.map(({ key, cell }) => {
        const value = cell(row);
        return [key, typeof value === "string" ? { text: value } : value];
      })
    )
  }))
});
function stockAndPriceTable(words, { stock, pricing }, today) {
  const { t } = words;
  return table(lineViews(words, stock?.lines ?? null, pricing?.lines ?? null, today), ({ id }) => id, [
    {
      key: "product",
      label: t("product"),
      sorts: true,
      cell: ({ id, code, name, stockLine, priceLine }) => ({
        text: product(code, name),
        sort: code,
        // Only where there is more to say: warehouses, what is on its way, where the price comes from.
        ...stockLine || priceLine ? { action: id } : {}
      })
    },
    { key: "quantity", label: t("quantity"), right: true, cell: ({ quantity }) => quantity },
    {
      key: "stock",
      label: t("stock"),
      sorts: true,
      cell: ({ stock: tag }) => tag
    },
    {
      key: "promise",
      label: t("promise_date"),
      sorts: true,
      cell: ({ promise, promiseSort }) => ({ text: promise ?? none, sort: promiseSort })
    },
    { key: "quoted", label: t("quoted_price"), right: true, cell: ({ quoted }) => quoted ?? none },
    {
      key: "erp",
      label: t("erp_price"),
      right: true,
      cell: ({ erp, price, difference }) => erp === null || price === null ? erp ?? none : price.tone === "success" ? erp : { tone: price.tone, text: difference === null ? erp : `${erp} · ${difference}` }
    }
  ]);
}
function lineDetails(words, { name, code, stockLine, priceLine }) {
  const { t, format } = words;
  const unit = stockLine?.unit;
  return {
    title: t("stock.details_of", { product: product(code, name) }),
    price: [
      ...priceLine ? [{ label: t("price_source"), value: priceSource(words, priceLine.priceSource) }] : [],
      ...priceLine?.listPrice ? [{ label: t("list_price"), value: format.price(priceLine.listPrice) }] : [],
      ...priceLine?.discountPercent ? [{ label: t("discount"), value: format.percent(priceLine.discountPercent) }] : []
    ],
    breaks: table(priceLine?.breaks ?? [], ({ from }) => from, [
      { key: "from", label: t("price_breaks"), cell: ({ from }) => format.quantity(from, unit) },
      { key: "price", label: t("price"), right: true, cell: ({ price }) => format.price(price) }
    ]),
    warehouses: table(stockLine?.verdict === "not_stocked" ? [] : stockLine?.warehouses ?? [], (each) => each.code, [
      {
        key: "warehouse",
        label: t("warehouse"),
        cell: ({ name: name2, serves }) => serves === false ? t("stock.not_serving", { warehouse: name2 }) : name2
      },
      { key: "onHand", label: t("on_hand"), right: true, cell: ({ onHand }) => format.quantity(onHand, unit) },
      { key: "available", label: t("available"), right: true, cell: (each) => format.quantity(each.available, unit) }
    ]),
    incoming: table(stockLine?.incoming ?? [], ({ date, warehouse, quantity }) => `${date}|${warehouse}|${quantity}`, [
      { key: "date", whole: true, label: t("incoming"), cell: ({ date }) => format.date(date) },
      { key: "quantity", label: t("quantity"), right: true, cell: ({ quantity }) => format.quantity(quantity, unit) },
      { key: "warehouse", label: t("warehouse"), cell: ({ warehouse }) => warehouse }
    ]),
    nothingIncoming: stockLine && stockLine.verdict !== "not_stocked" && stockLine.incoming.length === 0 ? t("stock.incoming_none") : null
  };
}
function invoiceTable(words, invoices) {
  const { t, format } = words;
  return table(invoices, ({ id }) => id, [
    {
      key: "number",
      whole: true,
      label: t("number"),
      sorts: true,
      // The number opens the document: a column for it would be cut off in HubSpot's middle column.
      cell: ({ id, number, hasPdf }) => ({ text: number, ...hasPdf ? { action: id } : {} })
    },
    {
      key: "issued",
      whole: true,
      label: t("issued"),
      sorts: true,
      cell: ({ issuedOn }) => ({ text: format.date(issuedOn), sort: issuedOn })
    },
    {
      key: "due",
      whole: true,
      label: t("due"),
      sorts: true,
      cell: ({ dueOn }) => ({ text: dueOn ? format.date(dueOn) : none, sort: dueOn ?? "" })
    },
    { key: "status", whole: true, label: t("status"), cell: (row) => invoiceTag(words, row) },
    { key: "total", label: t("total"), right: true, cell: (row) => invoiceAmount(words, row, row.total) },
    { key: "open", label: t("open"), right: true, cell: (row) => invoiceAmount(words, row, row.open) }
  ]);
}
function orderTable(words, orders) {
  const { t, format } = words;
  return table(orders, ({ id }) => id, [
    { key: "number", whole: true, label: t("number"), sorts: true, cell: ({ number }) => number },
    {
      key: "date",
      whole: true,
      label: t("order.ordered"),
      sorts: true,
      cell: ({ orderedOn }) => ({ text: format.date(orderedOn), sort: orderedOn })
    },
    { key: "status", whole: true, label: t("status"), cell: ({ status }) => orderTag(words, status) },
    {
      key: "promised",
      whole: true,
      label: t("order.promised"),
      cell: ({ promisedOn }) => promisedOn ? format.date(promisedOn) : none
    },
    { key: "total", label: t("total"), right: true, cell: ({ total }) => format.money(total) }
  ]);
}
function orderLineTable({ t, format }, order) {
  return table(order.lines, ({ code, quantity }) => `${code}|${quantity}`, [
    { key: "product", label: t("product"), cell: ({ code, name }) => product(code, name) },
    { key: "quantity", label: t("quantity"), right: true, cell: ({ quantity }) => format.quantity(quantity) },
    { key: "delivered", label: t("delivered"), right: true, cell: ({ delivered }) => format.quantity(delivered) },
    { key: "price", label: t("price"), right: true, cell: ({ unitPrice }) => format.price(unitPrice) }
  ]);
}
function returnTable(words, returns) {
  const { t, format } = words;
  const newest = [...returns].sort((left, right) => right.requestedOn.localeCompare(left.requestedOn));
  return table(newest, ({ id }) => id, [
    { key: "number", whole: true, label: t("number"), sorts: true, cell: ({ number }) => number },
    {
      key: "date",
      whole: true,
      label: t("date"),
      sorts: true,
      cell: ({ requestedOn }) => ({ text: format.date(requestedOn), sort: requestedOn })
    },
    { key: "status", whole: true, label: t("status"), cell: ({ status }) => returnTag(words, status) },
    { key: "order", whole: true, label: t("order"), cell: ({ orderNumber }) => orderNumber ?? none },
    { key: "reason", label: t("reason"), cell: ({ reason }) => reason ?? none },
    {
      key: "credit",
      label: t("credit_note"),
      right: true,
      cell: ({ credit, creditNote }) => credit ? format.money(credit) : creditNote ?? none
    }
  ]);
}
var compare2 = new Intl.Collator("en", { numeric: true }).compare;
var PAGE = 10;
function pageOf({ rows }, order, page) {
  const value = (row) => {
    const cell = order ? row.cells[order.key] : void 0;
    return cell?.sort ?? cell?.text ?? "";
  };
  const sorted = order ? [...rows].sort((left, right) => compare2(value(left), value(right)) * (order.down ? -1 : 1)) : rows;
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE));
  const current = Math.min(Math.max(1, page), pageCount);
  return { rows: sorted.slice((current - 1) * PAGE, current * PAGE), page: current, pageCount };
}

// shared/src/messages/problem-document.ts
function problemDocument(texts, code, reference, more = {}) {
  const { status, who, retryable } = problemCatalogue[code];
  const [title, whatToDo] = texts[code];
  return {
    type: `https://backroom.example/problems/${code}`,
    code,
    status,
    title,
    whatToDo,
    who,
    retryable,
    reference,
    ...more
  };
}

// shared/src/messages/problems.en.ts
import { ui as ui2, problems as problems2 } from "c/backroomLabels";
var problemsEn = problems2;

// extension/panels/src/fits.ts
var patterns = /* @__PURE__ */ new Map();
var patternOf = (text) => {
  const known = patterns.get(text) ?? new RegExp(text, "u");
  patterns.set(text, known);
  return known;
};
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isType = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isSafeInteger(value),
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject
};
function wordWrong(schema, text) {
  if (schema.minLength !== void 0 && text.length < schema.minLength)
    return `at least ${schema.minLength} characters`;
  if (schema.maxLength !== void 0 && text.length > schema.maxLength) return `at most ${schema.maxLength} characters`;
  if (schema.pattern !== void 0 && !patternOf(schema.pattern).test(text)) return schema.format ?? schema.pattern;
  return schema.format === "uri" && !URL.canParse(text) ? "uri" : null;
}
function numberWrong(schema, value) {
  if (schema.minimum !== void 0 && value < schema.minimum) return `at least ${schema.minimum}`;
  if (schema.maximum !== void 0 && value > schema.maximum) return `at most ${schema.maximum}`;
  if (schema.exclusiveMinimum !== void 0 && value <= schema.exclusiveMinimum)
    return `more than ${schema.exclusiveMinimum}`;
  return null;
}
function misfit(schema, definitions, value, path = []) {
  const wrong = (expected) => ({ path, expected });
  const within = (inner, part, ...steps2) => misfit(inner, definitions, part, [...path, ...steps2]);
  if (schema.$ref !== void 0) {
    const target = definitions[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)];
    return target ? within(target, value) : wrong(schema.$ref);
  }
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes) {
    const misfits = shapes.map((shape) => within(shape, value));
    if (misfits.includes(null)) return null;
    return misfits.reduce((best, next) => (next?.path.length ?? 0) > (best?.path.length ?? 0) ? next : best, null) ?? misfits[0] ?? null;
  }
  if ("const" in schema && value !== schema.const) return wrong(JSON.stringify(schema.const));
  if (schema.enum && !schema.enum.includes(value)) return wrong(schema.enum.join(" | "));
  const types = typeof schema.type === "string" ? [schema.type] : schema.type ?? [];
  if (types.length > 0 && !types.some((type) => isType[type]?.(value))) return wrong(types.join(" | "));
  if (typeof value === "string" || typeof value === "number") {
    const expected = typeof value === "string" ? wordWrong(schema, value) : numberWrong(schema, value);
    return expected === null ? null : wrong(expected);
  }
  if (Array.isArray(value))
    return firstOf(value.keys(), (at) => schema.items ? within(schema.items, value[at], at) : null);
  if (!isObject(value)) return null;
  const missing = schema.required?.find((name) => value[name] === void 0);
  if (missing !== void 0) return { path: [...path, missing], expected: "a value" };
  return firstOf(Object.keys(value), (name) => {
    const inner = schema.properties?.[name] ?? schema.additionalProperties;
    return inner && value[name] !== void 0 ? within(inner, value[name], name) : null;
  });
}
function firstOf(keys, look) {
  for (const key of keys) {
    const found = look(key);
    if (found) return found;
  }
  return null;
}

// extension/panels/src/wire.generated.ts
var wire = { "schemas": { "problem": { "$ref": "#/$defs/0" }, "panels": { "type": "object", "properties": { "record": { "type": "object", "properties": { "type": { "$ref": "#/$defs/2" }, "id": { "type": "string" }, "name": { "type": "string" }, "currency": { "anyOf": [{ "$ref": "#/$defs/3" }, { "type": "null" }] }, "linesFrom": { "type": "string", "enum": ["quote", "deal", "none"] }, "revision": { "type": ["string", "null"] } }, "required": ["type", "id", "name", "currency", "linesFrom", "revision"] }, "connection": { "type": "object", "properties": { "erp": { "type": "string" }, "name": { "type": "string" }, "oneOfSeveral": { "type": "boolean" } }, "required": ["erp", "name"] }, "panels": { "type": "object", "properties": { "customer": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "$ref": "#/$defs/4" }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "stock": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "lines": { "type": "array", "items": { "oneOf": [{ "type": "object", "properties": { "lineId": { "$ref": "#/$defs/10" }, "code": { "$ref": "#/$defs/11" }, "name": { "$ref": "#/$defs/12" }, "quantity": { "$ref": "#/$defs/13" }, "state": { "type": "string", "const": "known" }, "verdict": { "type": "string", "enum": ["available", "later", "short", "not_stocked", "ordered"] }, "unit": { "type": "string" }, "onHand": { "$ref": "#/$defs/13" }, "reserved": { "$ref": "#/$defs/13" }, "available": { "$ref": "#/$defs/13" }, "promiseDate": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "incoming": { "type": "array", "items": { "type": "object", "properties": { "date": { "$ref": "#/$defs/14" }, "quantity": { "$ref": "#/$defs/13" }, "warehouse": { "type": "string" } }, "required": ["date", "quantity", "warehouse"] } }, "warehouses": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string" }, "name": { "type": "string" }, "onHand": { "$ref": "#/$defs/13" }, "available": { "$ref": "#/$defs/13" }, "serves": { "type": "boolean" } }, "required": ["code", "name", "onHand", "available"] } }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["lineId", "code", "name", "quantity", "state", "verdict", "unit", "onHand", "reserved", "available", "promiseDate", "incoming", "warehouses", "freshness"] }, { "type": "object", "properties": { "lineId": { "$ref": "#/$defs/10" }, "code": { "$ref": "#/$defs/11" }, "name": { "$ref": "#/$defs/12" }, "quantity": { "$ref": "#/$defs/13" }, "state": { "type": "string", "const": "unknown" }, "unit": { "type": "string" }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["lineId", "code", "name", "quantity", "state", "unit", "freshness"] }, { "type": "object", "properties": { "lineId": { "$ref": "#/$defs/10" }, "code": { "$ref": "#/$defs/11" }, "name": { "$ref": "#/$defs/12" }, "quantity": { "$ref": "#/$defs/13" }, "state": { "type": "string", "const": "trouble" }, "trouble": { "$ref": "#/$defs/15" } }, "required": ["lineId", "code", "name", "quantity", "state", "trouble"] }] } }, "completeBy": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "completion": { "$ref": "#/$defs/16" } }, "required": ["lines", "completeBy"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "pricing": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "lines": { "type": "array", "items": { "oneOf": [{ "type": "object", "properties": { "lineId": { "$ref": "#/$defs/10" }, "code": { "$ref": "#/$defs/11" }, "name": { "$ref": "#/$defs/12" }, "quantity": { "$ref": "#/$defs/13" }, "state": { "type": "string", "const": "known" }, "quoted": { "$ref": "#/$defs/17" }, "erp": { "$ref": "#/$defs/17" }, "listPrice": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "discountPercent": { "anyOf": [{ "$ref": "#/$defs/13" }, { "type": "null" }] }, "priceSource": { "type": "string" }, "verdict": { "type": "string", "enum": ["equal", "below", "above", "other_currency"] }, "difference": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "breaks": { "type": "array", "items": { "type": "object", "properties": { "from": { "$ref": "#/$defs/13" }, "price": { "$ref": "#/$defs/17" } }, "required": ["from", "price"] } }, "taxPercent": { "anyOf": [{ "$ref": "#/$defs/13" }, { "type": "null" }] }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["lineId", "code", "name", "quantity", "state", "quoted", "erp", "listPrice", "discountPercent", "priceSource", "verdict", "difference", "breaks", "freshness"] }, { "type": "object", "properties": { "lineId": { "$ref": "#/$defs/10" }, "code": { "$ref": "#/$defs/11" }, "name": { "$ref": "#/$defs/12" }, "quantity": { "$ref": "#/$defs/13" }, "state": { "type": "string", "const": "trouble" }, "trouble": { "$ref": "#/$defs/15" } }, "required": ["lineId", "code", "name", "quantity", "state", "trouble"] }] } }, "quotedTotal": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "erpTotal": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "paymentTerms": { "type": ["string", "null"] } }, "required": ["lines", "quotedTotal", "erpTotal", "paymentTerms"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "orders": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "converted": { "anyOf": [{ "$ref": "#/$defs/18" }, { "type": "null" }] }, "promisedOn": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "orders": { "type": "array", "items": { "$ref": "#/$defs/18" } }, "more": { "type": "boolean" }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["converted", "orders", "freshness"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "invoices": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "invoices": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string", "minLength": 1, "maxLength": 200 }, "number": { "type": "string" }, "kind": { "type": "string", "enum": ["invoice", "credit_note"] }, "issuedOn": { "$ref": "#/$defs/14" }, "dueOn": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "total": { "$ref": "#/$defs/17" }, "open": { "$ref": "#/$defs/17" }, "status": { "type": "string", "enum": ["paid", "part_paid", "open", "overdue", "cancelled"] }, "overdueDays": { "type": "integer", "minimum": 0 }, "orderNumber": { "type": ["string", "null"] }, "hasPdf": { "type": "boolean" } }, "required": ["id", "number", "kind", "issuedOn", "dueOn", "total", "open", "status", "overdueDays", "orderNumber", "hasPdf"] } }, "totals": { "anyOf": [{ "type": "array", "items": { "$ref": "#/$defs/28" } }, { "type": "null" }] }, "more": { "type": "boolean" }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["invoices", "totals", "freshness"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "credit": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "$ref": "#/$defs/29" }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "returns": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "returns": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string", "minLength": 1, "maxLength": 200 }, "number": { "type": "string" }, "reference": { "type": ["string", "null"] }, "orderNumber": { "type": ["string", "null"] }, "status": { "type": "string", "enum": ["requested", "approved", "received", "partly_credited", "credited", "replaced", "rejected"] }, "requestedOn": { "$ref": "#/$defs/14" }, "reason": { "type": ["string", "null"] }, "lines": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string" }, "name": { "type": "string" }, "quantity": { "$ref": "#/$defs/13" }, "credited": { "$ref": "#/$defs/13" } }, "required": ["code", "name", "quantity"] } }, "creditNote": { "type": ["string", "null"] }, "credit": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] } }, "required": ["id", "number", "reference", "orderNumber", "status", "requestedOn", "reason", "lines", "creditNote", "credit"] } }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["returns", "freshness"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "overview": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "customer": { "anyOf": [{ "$ref": "#/$defs/4" }, { "type": "null" }] }, "completeBy": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "completion": { "$ref": "#/$defs/16" }, "credit": { "anyOf": [{ "$ref": "#/$defs/29" }, { "type": "null" }] }, "openInvoices": { "anyOf": [{ "type": "array", "items": { "$ref": "#/$defs/28" } }, { "type": "null" }] }, "converted": { "anyOf": [{ "$ref": "#/$defs/18" }, { "type": "null" }] }, "submission": { "anyOf": [{ "type": "object", "properties": { "id": { "$ref": "#/$defs/9" }, "state": { "type": "string" }, "orderNumber": { "type": ["string", "null"] } }, "required": ["id", "state", "orderNumber"] }, { "type": "null" }] }, "alerts": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string", "enum": ["credit_over_limit", "credit_blocked", "credit_overdue", "credit_near_limit", "stock_short", "stock_later", "stock_unknown", "price_below", "unknown_product", "customer_not_linked", "other_customer", "order_waiting", "order_needs_attention", "quote_changed", "possible_twin", "figures_stale"] }, "level": { "type": "string", "enum": ["danger", "warning", "info"] }, "panel": { "$ref": "#/$defs/30" }, "values": { "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/17" }] } } }, "required": ["code", "level", "panel", "values"] } }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "missing": { "type": "array", "items": { "$ref": "#/$defs/30" } } }, "required": ["customer", "completeBy", "credit", "openInvoices", "converted", "submission", "alerts", "freshness", "missing"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] } } } }, "required": ["record", "connection", "panels"] }, "decision": { "type": "object", "properties": { "version": { "type": "string" }, "revision": { "type": ["string", "null"] }, "customer": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "$ref": "#/$defs/4" }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "preview": { "anyOf": [{ "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "$ref": "#/$defs/31" }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, { "type": "null" }] }, "order": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "ready" }, "data": { "type": "object", "properties": { "converted": { "anyOf": [{ "$ref": "#/$defs/18" }, { "type": "null" }] }, "promisedOn": { "type": ["string", "null"] } }, "required": ["converted"] }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] }, "refreshing": { "type": "boolean" } }, "required": ["state", "data", "freshness", "refreshing"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "pending" }, "pollAfterMs": { "type": "integer" } }, "required": ["state", "pollAfterMs"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "problem" }, "problem": { "$ref": "#/$defs/0" } }, "required": ["state", "problem"] }] }, "submissions": { "type": "array", "items": { "$ref": "#/$defs/35" } } }, "required": ["version", "revision", "customer", "preview", "order", "submissions"] }, "preview": { "$ref": "#/$defs/31" }, "submission": { "$ref": "#/$defs/35" }, "submissions": { "type": "object", "properties": { "submissions": { "type": "array", "items": { "$ref": "#/$defs/35" } } }, "required": ["submissions"] }, "linked": { "type": "object", "properties": { "panel": { "$ref": "#/$defs/4" } }, "required": ["panel"] }, "document": { "type": "object", "properties": { "url": { "type": "string", "format": "uri" } }, "required": ["url"] }, "chosen": { "type": "object", "properties": { "quote": { "type": "string", "minLength": 1, "maxLength": 64 } }, "required": ["quote"], "additionalProperties": {} }, "settings": { "type": "object", "properties": { "account": { "type": "string" }, "connection": { "anyOf": [{ "type": "object", "properties": { "erp": { "type": "string" }, "name": { "type": "string" }, "url": { "type": "string" }, "state": { "type": "string", "enum": ["ok", "down", "unauthorised", "unknown"] }, "checkedAt": { "anyOf": [{ "$ref": "#/$defs/7" }, { "type": "null" }] }, "latencyMs": { "type": ["number", "null"] }, "version": { "type": ["string", "null"] }, "isTest": { "type": "boolean" }, "problem": { "anyOf": [{ "$ref": "#/$defs/0" }, { "type": "null" }] } }, "required": ["erp", "name", "url", "state", "checkedAt", "latencyMs", "version", "isTest", "problem"] }, { "type": "null" }] }, "flows": { "type": "array", "items": { "type": "object", "properties": { "flow": { "type": "string", "enum": ["customers", "orders", "stock", "invoices", "pricing", "returns", "credit"] }, "on": { "type": "boolean" }, "supported": { "type": "boolean" }, "master": { "type": "string" } }, "required": ["flow", "on", "supported", "master"] } }, "writeBack": { "type": "object", "properties": { "on": { "type": "boolean" }, "propertiesReady": { "type": "boolean" } }, "required": ["on", "propertiesReady"] } }, "required": ["account", "connection", "flows", "writeBack"] }, "texts": { "type": "object", "properties": { "ui": { "type": "object", "additionalProperties": { "type": "string" } }, "problems": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } } }, "required": ["ui", "problems"] } }, "definitions": { "0": { "type": "object", "properties": { "type": { "type": "string" }, "code": { "$ref": "#/$defs/1" }, "status": { "type": "integer" }, "title": { "type": "string" }, "detail": { "type": "string" }, "whatToDo": { "type": "string" }, "who": { "type": "string", "enum": ["rep", "order_desk", "admin", "operator", "nobody"] }, "retryable": { "type": "boolean" }, "retryAfterSeconds": { "type": "integer", "exclusiveMinimum": 0 }, "field": { "type": "string" }, "errors": { "type": "array", "items": { "type": "object", "properties": { "path": { "type": "string" }, "message": { "type": "string" } }, "required": ["path", "message"] } }, "reference": { "type": "string" } }, "required": ["type", "code", "status", "title", "whatToDo", "who", "retryable", "reference"] }, "1": { "type": "string", "enum": ["signature_missing", "signature_invalid", "signature_expired", "signature_replayed", "account_unknown", "account_disconnected", "org_mismatch", "forbidden", "not_found", "record_not_found", "quote_without_deal", "panel_unknown", "method_not_allowed", "invalid_input", "invalid_json", "unsupported_content_type", "body_too_large", "too_many_requests", "idempotency_key_missing", "idempotency_key_reused", "idempotency_in_progress", "no_company", "company_without_name", "no_lines", "mixed_currencies", "currency_unknown", "line_without_code", "quantity_invalid", "quote_changed", "already_converted", "possible_twin", "preview_blocked", "approval_waiting", "approval_rejected", "customer_not_linked", "customer_already_linked", "unknown_product", "unknown_customer", "submission_state", "erp_order_unknown", "erp_order_taken", "desk_link_used", "desk_link_expired", "desk_other_session", "desk_signed_out", "connection_in_use", "connection_is_default", "connection_is_test", "connection_paused", "pilot_only", "flow_off", "flow_read_only", "flow_unsupported", "erp_unreachable", "erp_timeout", "erp_busy", "erp_refused", "erp_unauthorised", "erp_conflict", "erp_uncertain", "erp_drift", "erp_not_connected", "erp_limit", "erp_unfit", "crm_unreachable", "crm_busy", "crm_unauthorised", "crm_refused", "store_unavailable", "cannot_process", "internal", "backroom_unreachable"] }, "2": { "type": "string", "enum": ["deal", "company"] }, "3": { "type": "string", "pattern": "^[A-Z]{3}$" }, "4": { "oneOf": [{ "type": "object", "properties": { "state": { "type": "string", "const": "linked" }, "customer": { "$ref": "#/$defs/5" }, "others": { "type": "array", "items": { "$ref": "#/$defs/5" } }, "linkedAt": { "$ref": "#/$defs/7" }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["state", "customer", "linkedAt", "freshness"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "candidates" }, "candidates": { "type": "array", "items": { "type": "object", "properties": { "customer": { "$ref": "#/$defs/5" }, "score": { "type": "integer", "minimum": 0, "maximum": 100 }, "why": { "type": "array", "items": { "type": "string" } } }, "required": ["customer", "score", "why"] } }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["state", "candidates", "freshness"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "none" }, "canCreate": { "type": "boolean" }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["state", "canCreate", "freshness"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "creating" }, "submissionId": { "$ref": "#/$defs/9" } }, "required": ["state", "submissionId"] }, { "type": "object", "properties": { "state": { "type": "string", "const": "no_company" } }, "required": ["state"] }] }, "5": { "type": "object", "properties": { "id": { "$ref": "#/$defs/6" }, "number": { "type": "string" }, "name": { "type": "string" }, "city": { "type": ["string", "null"] }, "country": { "type": ["string", "null"] }, "vatId": { "type": ["string", "null"] }, "currency": { "anyOf": [{ "$ref": "#/$defs/3" }, { "type": "null" }] }, "paymentTerms": { "type": ["string", "null"] }, "blocked": { "type": "boolean" } }, "required": ["id", "number", "name", "city", "country", "vatId", "currency", "paymentTerms", "blocked"] }, "6": { "type": "string", "minLength": 1, "maxLength": 200 }, "7": { "type": "string", "format": "date-time", "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$" }, "8": { "type": "object", "properties": { "asOf": { "$ref": "#/$defs/7" }, "source": { "type": "string", "enum": ["live", "cached", "stale"] }, "reason": { "$ref": "#/$defs/1" } }, "required": ["asOf", "source"] }, "9": { "type": "string", "format": "uuid", "pattern": "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$" }, "10": { "type": "string" }, "11": { "type": ["string", "null"] }, "12": { "type": "string" }, "13": { "type": "string", "pattern": "^-?\\d{1,24}(\\.\\d{1,12})?$" }, "14": { "type": "string", "format": "date", "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$" }, "15": { "type": "string", "enum": ["unknown_product", "no_code", "invalid_quantity", "archived_product", "no_price", "no_erp_price"] }, "16": { "type": "string", "enum": ["known", "never", "unknown"] }, "17": { "type": "object", "properties": { "amount": { "$ref": "#/$defs/13" }, "currency": { "$ref": "#/$defs/3" } }, "required": ["amount", "currency"] }, "18": { "type": "object", "properties": { "id": { "type": "string", "minLength": 1, "maxLength": 200 }, "number": { "type": "string" }, "reference": { "type": ["string", "null"] }, "customerId": { "$ref": "#/$defs/6" }, "status": { "type": "string", "enum": ["draft", "confirmed", "partly_delivered", "delivered", "invoiced", "cancelled"] }, "orderedOn": { "$ref": "#/$defs/14" }, "promisedOn": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "total": { "$ref": "#/$defs/17" }, "net": { "$ref": "#/$defs/17" }, "poNumber": { "type": ["string", "null"] }, "contact": { "anyOf": [{ "$ref": "#/$defs/19" }, { "type": "null" }] }, "deliverTo": { "anyOf": [{ "$ref": "#/$defs/20" }, { "type": "null" }] }, "invoiceTo": { "anyOf": [{ "$ref": "#/$defs/20" }, { "type": "null" }] }, "requestedDate": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "note": { "type": ["string", "null"] }, "partialDelivery": { "type": ["boolean", "null"] }, "charges": { "type": "array", "items": { "$ref": "#/$defs/27" } }, "lines": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string" }, "name": { "type": "string" }, "quantity": { "$ref": "#/$defs/13" }, "delivered": { "$ref": "#/$defs/13" }, "unitPrice": { "$ref": "#/$defs/17" }, "net": { "$ref": "#/$defs/17" }, "discountPercent": { "$ref": "#/$defs/13" } }, "required": ["code", "name", "quantity", "delivered", "unitPrice"] } }, "deliveries": { "type": "array", "items": { "type": "object", "properties": { "number": { "type": "string" }, "date": { "$ref": "#/$defs/14" }, "status": { "type": "string", "enum": ["planned", "shipped", "delivered"] }, "tracking": { "type": ["string", "null"] } }, "required": ["number", "date", "status", "tracking"] } } }, "required": ["id", "number", "reference", "status", "orderedOn", "promisedOn", "total", "lines", "deliveries"] }, "19": { "type": "object", "properties": { "name": { "type": "string" }, "email": { "type": ["string", "null"] }, "phone": { "type": ["string", "null"] } }, "required": ["name", "email", "phone"] }, "20": { "type": "object", "properties": { "name": { "$ref": "#/$defs/21" }, "street": { "$ref": "#/$defs/22" }, "postalCode": { "$ref": "#/$defs/23" }, "city": { "$ref": "#/$defs/24" }, "country": { "$ref": "#/$defs/25" }, "id": { "anyOf": [{ "$ref": "#/$defs/26" }, { "type": "null" }] } }, "required": ["name", "street", "postalCode", "city", "country", "id"] }, "21": { "type": ["string", "null"] }, "22": { "type": ["string", "null"] }, "23": { "type": ["string", "null"] }, "24": { "type": ["string", "null"] }, "25": { "type": ["string", "null"] }, "26": { "type": "string", "minLength": 1, "maxLength": 200 }, "27": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["shipping", "fee"] }, "name": { "type": "string" }, "amount": { "$ref": "#/$defs/17" } }, "required": ["kind", "name", "amount"] }, "28": { "type": "object", "properties": { "open": { "$ref": "#/$defs/17" }, "overdue": { "$ref": "#/$defs/17" }, "nextDue": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] } }, "required": ["open", "overdue"] }, "29": { "type": "object", "properties": { "position": { "type": "object", "properties": { "limit": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "openOrders": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "receivable": { "$ref": "#/$defs/17" }, "exposure": { "$ref": "#/$defs/17" }, "free": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "overdue": { "$ref": "#/$defs/17" }, "ageing": { "type": "array", "items": { "type": "object", "properties": { "fromDays": { "type": "integer" }, "toDays": { "anyOf": [{ "type": "integer" }, { "type": "null" }] }, "amount": { "$ref": "#/$defs/17" } }, "required": ["fromDays", "toDays", "amount"] } }, "blocked": { "type": "boolean" }, "blockedReason": { "type": ["string", "null"] }, "rates": { "type": "array", "items": { "type": "object", "properties": { "currency": { "$ref": "#/$defs/3" }, "rate": { "$ref": "#/$defs/13" } }, "required": ["currency", "rate"] } } }, "required": ["limit", "openOrders", "receivable", "exposure", "free", "overdue", "ageing", "blocked", "blockedReason"] }, "deal": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "freeAfterDeal": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "unjudged": { "anyOf": [{ "type": "string", "enum": ["currency", "total"] }, { "type": "null" }] }, "ordered": { "type": "boolean" }, "verdict": { "type": "string", "enum": ["ok", "near_limit", "over_limit", "overdue", "blocked", "no_limit", "not_judged"] }, "freshness": { "$ref": "#/$defs/8" } }, "required": ["position", "deal", "freeAfterDeal", "verdict", "freshness"] }, "30": { "type": "string", "enum": ["customer", "stock", "pricing", "orders", "invoices", "credit", "returns", "overview"] }, "31": { "type": "object", "properties": { "revision": { "type": "string" }, "reference": { "$ref": "#/$defs/32" }, "customer": { "anyOf": [{ "$ref": "#/$defs/5" }, { "type": "null" }] }, "quotes": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "number": { "type": ["string", "null"] } }, "required": ["id", "number"] } }, "lines": { "type": "array", "items": { "type": "object", "properties": { "lineId": { "type": "string" }, "code": { "type": ["string", "null"] }, "name": { "type": "string" }, "quantity": { "$ref": "#/$defs/13" }, "quotedUnitPrice": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "erpUnitPrice": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "lineTotal": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "stock": { "type": "string", "enum": ["available", "later", "short", "not_stocked", "ordered", "unknown"] }, "promiseDate": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] } }, "required": ["lineId", "code", "name", "quantity", "quotedUnitPrice", "erpUnitPrice", "lineTotal", "stock", "promiseDate"] } }, "net": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "tax": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "total": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "quotedNet": { "anyOf": [{ "$ref": "#/$defs/17" }, { "type": "null" }] }, "completeBy": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "credit": { "anyOf": [{ "$ref": "#/$defs/29" }, { "type": "null" }] }, "checks": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string", "enum": ["customer_not_linked", "customer_blocked", "no_lines", "line_without_code", "unknown_product", "archived_product", "quantity_invalid", "price_unknown", "mixed_currencies", "currency_differs", "stock_short", "stock_later", "price_below", "price_above", "over_limit", "near_limit", "overdue", "already_converted", "order_again", "possible_twin", "customer_created_first", "other_customer", "figures_stale", "erp_unavailable", "total_differs", "quote_expired", "quote_not_accepted", "no_company", "company_without_name", "record_unreadable", "field_hidden", "several_quotes", "recurring_line", "tiered_price", "currency_unknown", "tax_differs", "price_invalid", "discount_invalid", "line_total_differs", "quote_total_differs", "adjustment_unknown", "charge_not_carried", "address_not_carried", "detail_not_carried", "address_incomplete", "address_unknown", "date_passed", "erp_unfit", "quantity_decimals", "unknown_product_near", "products_not_known", "figure_missing", "stock_unknown", "credit_not_comparable", "credit_total_unknown", "customer_not_known", "erp_price_unknown", "line_differs", "erp_refuses", "erp_limit", "orders_read_only", "discount_limit", "amount_limit", "credit_limit", "all_well"] }, "level": { "type": "string", "enum": ["block", "warn", "info"] }, "lineId": { "type": ["string", "null"] }, "values": { "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/17" }] } }, "approval": { "type": "string", "enum": ["needed", "granted"] } }, "required": ["code", "level", "lineId", "values"] } }, "details": { "type": "object", "properties": { "takes": { "type": "array", "items": { "$ref": "#/$defs/33" } }, "values": { "type": "object", "properties": { "poNumber": { "type": ["string", "null"] }, "requestedDate": { "anyOf": [{ "$ref": "#/$defs/14" }, { "type": "null" }] }, "note": { "type": ["string", "null"] }, "contact": { "anyOf": [{ "$ref": "#/$defs/19" }, { "type": "null" }] }, "deliverTo": { "anyOf": [{ "$ref": "#/$defs/34" }, { "type": "null" }] }, "invoiceTo": { "anyOf": [{ "$ref": "#/$defs/34" }, { "type": "null" }] }, "partialDelivery": { "type": ["boolean", "null"] } }, "required": ["poNumber", "requestedDate", "note", "contact", "deliverTo", "invoiceTo", "partialDelivery"] }, "entered": { "type": "array", "items": { "$ref": "#/$defs/33" } }, "oneOff": { "type": "object", "properties": { "deliverTo": { "type": "boolean" }, "invoiceTo": { "type": "boolean" } }, "required": ["deliverTo", "invoiceTo"] }, "addresses": { "anyOf": [{ "type": "array", "items": { "type": "object", "properties": { "name": { "$ref": "#/$defs/21" }, "street": { "$ref": "#/$defs/22" }, "postalCode": { "$ref": "#/$defs/23" }, "city": { "$ref": "#/$defs/24" }, "country": { "$ref": "#/$defs/25" }, "id": { "$ref": "#/$defs/26" }, "uses": { "type": "array", "items": { "type": "string", "enum": ["delivery", "invoice"] } }, "usual": { "type": "array", "items": { "type": "string", "enum": ["delivery", "invoice"] } } }, "required": ["name", "street", "postalCode", "city", "country", "id", "uses", "usual"] } }, { "type": "null" }] }, "contacts": { "type": "array", "items": { "$ref": "#/$defs/19" } }, "longest": { "type": "object", "properties": { "poNumber": { "anyOf": [{ "type": "integer" }, { "type": "null" }] }, "note": { "anyOf": [{ "type": "integer" }, { "type": "null" }] } }, "required": ["poNumber", "note"] }, "charges": { "type": "array", "items": { "$ref": "#/$defs/27" } } }, "required": ["takes", "values", "entered", "oneOff", "addresses", "contacts", "longest", "charges"] }, "approval": { "type": "object", "properties": { "state": { "type": "string", "enum": ["needed", "waiting", "approved", "rejected"] }, "role": { "type": "string" }, "by": { "type": ["string", "null"] }, "reason": { "type": ["string", "null"] } }, "required": ["state", "role", "by", "reason"] }, "canConvert": { "type": "boolean" }, "freshness": { "anyOf": [{ "$ref": "#/$defs/8" }, { "type": "null" }] } }, "required": ["revision", "reference", "customer", "lines", "net", "tax", "total", "quotedNet", "completeBy", "credit", "checks", "canConvert", "freshness"] }, "32": { "type": "string", "pattern": "^BR-[A-Z0-9]{8,24}$" }, "33": { "type": "string", "enum": ["poNumber", "requestedDate", "note", "contact", "deliverTo", "invoiceTo", "partialDelivery"] }, "34": { "oneOf": [{ "type": "object", "properties": { "kind": { "type": "string", "const": "known" }, "id": { "$ref": "#/$defs/26" } }, "required": ["kind", "id"] }, { "type": "object", "properties": { "kind": { "type": "string", "const": "one_off" }, "address": { "type": "object", "properties": { "name": { "$ref": "#/$defs/21" }, "street": { "$ref": "#/$defs/22" }, "postalCode": { "$ref": "#/$defs/23" }, "city": { "$ref": "#/$defs/24" }, "country": { "$ref": "#/$defs/25" } }, "required": ["name", "street", "postalCode", "city", "country"] } }, "required": ["kind", "address"] }] }, "35": { "type": "object", "properties": { "id": { "$ref": "#/$defs/9" }, "kind": { "type": "string", "enum": ["order", "customer", "return"] }, "state": { "$ref": "#/$defs/36" }, "record": { "type": "object", "properties": { "type": { "$ref": "#/$defs/2" }, "id": { "type": "string" } }, "required": ["type", "id"] }, "revision": { "type": "string" }, "reference": { "$ref": "#/$defs/32" }, "erpNumber": { "type": ["string", "null"] }, "erpId": { "type": ["string", "null"] }, "createdAt": { "$ref": "#/$defs/7" }, "updatedAt": { "$ref": "#/$defs/7" }, "createdBy": { "type": "string" }, "writtenBack": { "type": "boolean" }, "problem": { "anyOf": [{ "$ref": "#/$defs/0" }, { "type": "null" }] }, "nextTryAt": { "anyOf": [{ "$ref": "#/$defs/7" }, { "type": "null" }] }, "canCancel": { "type": "boolean" }, "canResend": { "type": "boolean" }, "canMend": { "type": "boolean" }, "canAdopt": { "type": "boolean" }, "differences": { "type": "array", "items": { "type": "object", "properties": { "field": { "type": "string", "enum": ["reference", "customer", "lines", "product", "quantity", "unit_price", "net", "total", "currency", "charges", "po_number", "requested_date", "note", "contact", "delivery_address", "invoice_address", "partial_delivery"] }, "line": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "null" }] }, "sent": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } }, "required": ["field", "line", "sent", "got"] } }, "events": { "type": "array", "items": { "type": "object", "properties": { "at": { "$ref": "#/$defs/7" }, "state": { "$ref": "#/$defs/36" }, "step": { "type": "string", "enum": ["accepted", "customer", "look_up", "create", "confirm", "write_back", "mend", "resend", "adopt", "cancel"] }, "actor": { "type": "string" }, "problem": { "anyOf": [{ "$ref": "#/$defs/0" }, { "type": "null" }] }, "words": { "type": ["string", "null"] } }, "required": ["at", "state", "step", "actor", "problem", "words"] } } }, "required": ["id", "kind", "state", "record", "revision", "reference", "erpNumber", "erpId", "createdAt", "updatedAt", "createdBy", "writtenBack", "problem", "nextTryAt", "canCancel", "canResend", "canMend", "canAdopt", "events"] }, "36": { "type": "string", "enum": ["queued", "sending", "checking", "waiting", "needs_attention", "confirmed", "cancelled"] } } };

// extension/panels/src/client.ts
function readAnswer(name, value) {
  const wrong = misfit(wire.schemas[name], wire.definitions, value);
  return wrong ? { wrong } : { data: value };
}
var ProblemFailure = class extends Error {
  problem;
  constructor(problem) {
    super(problem.code);
    this.name = "ProblemFailure";
    this.problem = problem;
  }
};
var TIMEOUT_MS = 14e3;
function createClient(fetcher, options) {
  const viewer = new URLSearchParams({ locale: options.viewer.locale, timeZone: options.viewer.timeZone });
  const unreachable = (detail) => new ProblemFailure(problemDocument(problemsEn, "backroom_unreachable", "card", { detail }));
  const strange = ({ path, expected }) => new ProblemFailure(problemDocument(problemsEn, "internal", "card", { detail: `${path.join(".")}: ${expected}` }));
  async function call(method, path, name, body) {
    const url = `${options.origin}${path}${path.includes("?") ? "&" : "?"}${viewer}`;
    let json;
    try {
      const response = await fetcher(url, {
        method,
        timeout: TIMEOUT_MS,
        ...body ? { body: { ...body } } : {}
      });
      json = await response.json();
      if (!response.ok) throw unreachable(`HTTP ${response.status}`);
    } catch (error) {
      throw error instanceof ProblemFailure ? error : unreachable(String(error));
    }
    const envelope = typeof json === "object" && json !== null ? json : {};
    if (typeof envelope.ok !== "boolean") throw strange({ path: ["ok"], expected: "true | false" });
    if (!envelope.ok) {
      const told = readAnswer("problem", envelope.problem);
      throw "wrong" in told ? strange(told.wrong) : new ProblemFailure(told.data);
    }
    const result = readAnswer(name, envelope.data);
    if ("wrong" in result) throw strange(result.wrong);
    return result.data;
  }
  const of = ({ type, id }) => `/v1/records/${type}/${encodeURIComponent(id)}`;
  return {
    panels: (record, only, refresh = false) => call(
      "GET",
      `${of(record)}/panels?only=${only.join(",")}${refresh ? `&refresh=${only.join(",")}` : ""}`,
      "panels"
    ),
    /** `entries`: what a rep typed, kept from then on while the quote is the same. */
    preview: (dealId, entries) => call("POST", `${of({ type: "deal", id: dealId })}/preview`, "preview", entries ? { entries } : {}),
    /** What decides whether the deal can be ordered. `refresh`: the CRM and the ERP are read anew. */
    decision: (dealId, refresh = false) => call("GET", `${of({ type: "deal", id: dealId })}/decision${refresh ? "?refresh=1" : ""}`, "decision"),
    /** Says which of the deal's accepted quotes counts. */
    chooseQuote: (dealId, quote) => call("POST", `${of({ type: "deal", id: dealId })}/quote`, "chosen", { quote }),
    convert: (input) => call("POST", "/v1/orders", "submission", input),
    submissions: (record) => call("GET", `${of(record)}/submissions`, "submissions").then(({ submissions }) => submissions),
    act: (id, action) => call("POST", `/v1/submissions/${id}/actions`, "submission", action),
    link: (record, input) => call("POST", `${of(record)}/link`, "linked", input).then(({ panel }) => panel),
    claimReturn: (input) => call("POST", "/v1/returns", "submission", input),
    invoiceLink: (record, invoice) => call("POST", `/v1/invoices/${encodeURIComponent(invoice)}/link`, "document", {
      recordType: record.type,
      recordId: record.id
    }),
    /** An address that opens the order desk once, for the caller; it is good for ten minutes. */
    deskLink: (place) => call("POST", "/v1/desk/link", "document", place),
    /** The texts of the viewer's language. */
    texts: () => call("GET", "/v1/texts", "texts"),
    settings: () => call("GET", "/v1/settings", "settings"),
    saveSettings: (input) => call("PUT", "/v1/settings", "settings", input)
  };
}

// shared/src/messages/texts.ts
var english = { ui: uiEn, problems: problemsEn };

// shared/src/messages/locale.ts
var locales = ["en", "fr", "de", "es", "nl"];
function languageOf(tag) {
  const language = (tag ?? "").slice(0, 2).toLowerCase();
  return locales.find((each) => each === language) ?? "en";
}

// shared/src/messages/words.ts
function wordsOf({ ui: ui3, problems: problems3 }, viewer) {
  const locale = languageOf(viewer.locale);
  return { t: translatorOf(locale, ui3), format: createFormat(viewer), locale, problems: problems3 };
}

// extension/salesforce/src/surface.ts
var fieldOf = (value, name) => typeof value === "object" && value !== null ? value[name] : void 0;
var textOf = (value, name) => {
  const text = fieldOf(value, name);
  return typeof text === "string" ? text : null;
};
function messageOf(error) {
  const body = fieldOf(error, "body");
  const several = Array.isArray(body) ? body.flatMap((each) => textOf(each, "message") ?? []).join(", ") : "";
  return textOf(body, "message") ?? (several || textOf(error, "message") || textOf(error, "statusText") || String(error));
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function reduceProblem(error) {
  if (error instanceof ProblemFailure) return error.problem;
  const text = messageOf(error);
  const ours = readAnswer("problem", jsonOf(text));
  return "data" in ours ? ours.data : problemDocument(english.problems, "backroom_unreachable", "salesforce", { detail: text });
}
var isRead = (method, path) => method === "GET" || /\/preview(\?|$)/.test(path);
function surfaceOf(apex, user) {
  const fetcher = async (path, { method, body }) => {
    const text = await (isRead(method, path) ? apex.read({ method, path }) : apex.send({ method, path, body: JSON.stringify(body ?? {}) })).catch((error) => JSON.stringify({ ok: false, problem: reduceProblem(error) }));
    return { ok: true, status: 200, json: async () => JSON.parse(text) };
  };
  return {
    ...wordsOf(english, { locale: user.lang, timeZone: user.timeZone }),
    // Figures and dates follow the user's region, which may differ from the language.
    format: createFormat({ locale: user.locale, timeZone: user.timeZone }),
    timeZone: user.timeZone,
    client: createClient(fetcher, { origin: "", viewer: { locale: user.lang, timeZone: user.timeZone } })
  };
}
export {
  DESK_LINK_MS,
  ageView,
  claimInput,
  claimView,
  createStore,
  creditCard,
  customerChoiceView,
  decisionQuestion,
  eventView,
  invoiceTable,
  invoicesView,
  isMoving,
  lineDetails,
  lineViews,
  messageKey,
  noticeView,
  orderCard,
  orderFacts,
  orderLineTable,
  orderTable,
  orderTag,
  overviewView,
  pageOf,
  panelsQuestion,
  panelsView,
  previewView,
  problemView,
  reduceProblem,
  refreshFailure,
  refusedClaim,
  returnTable,
  stockAndPriceTable,
  stockFigures,
  submissionView,
  submissionsQuestion,
  surfaceOf
};
