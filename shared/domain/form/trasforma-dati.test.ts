/** Templates of forms: ours and the part of FreeMarker that GovPay's forms use, hostile ones included. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import type { ContestoForm } from "./contesto-form.ts";
import { transformDati } from "./trasforma-dati.ts";

const CONTESTO: ContestoForm = {
  ...{ idDominio: "01234567897", ragioneSociale: "Comune di Prova", idTipoPendenza: "MULTA", descrizioneTipo: "Multa" },
  ...{ adesso: "2026-11-25T23:30:15.007Z", transactionId: "0123456789abcdef0123456789abcdef" },
  unita: { idUnita: "PM", ragioneSociale: "Polizia municipale" },
};
const DATI = {
  ...{ nome: " Mario ", importo: 12.5, verbale: "V/1", vuoto: "", nullo: null, data: "2026-12-31", flag: true },
  trasgressore: { cf: "RSSMRA85T10A562S", indirizzi: [{ via: "Roma" }, { via: "Po" }] },
};
const esegui = (tipo: string, definizione: unknown, dati: Record<string, unknown> = DATI) =>
  transformDati({ tipo, definizione }, dati, CONTESTO);
const free = (espressione: string, dati: Record<string, unknown> = DATI) => {
  const esito = esegui("freemarker", `{"r": "${espressione}"}`, dati);
  return esito.ok ? Object(esito.valore).r : esito.errore;
};
const base64 = (testo: string): string => Buffer.from(testo).toString("base64");

describe("our template on a form", () => {
  it.each([
    ["{{ nome }}", "Mario"],
    ["{{ trasgressore.cf }}", "RSSMRA85T10A562S"],
    ["{{ trasgressore.indirizzi.1.via }}", "Po"],
    ["{{ colonna('trasgressore.cf') }}", "RSSMRA85T10A562S"],
    ["{{ importo(importo) }}", 12.5],
    ["{{ idDominio }} {{ idTipoPendenza }} {{ idUnitaOperativa }} {{ oggi }}", "01234567897 MULTA PM 2026-11-26"],
    ["{{ tronca(transactionId, 4) }}", "0123"],
    ["{{ se(flag, 'si', 'no') }}", "si"],
    ["{{ primo(vuoto, nullo, mancante, 'niente') }}", "niente"],
  ])("%s gives %j", (modello, atteso) => {
    expect(esegui("fiorino", { r: modello })).toEqual({ ok: true, valore: { r: atteso } });
    expect(esegui("Fiorino", base64(JSON.stringify({ r: modello })))).toEqual({ ok: true, valore: { r: atteso } });
  });

  it.each(["{{ constructor }}", "{{ __proto__ }}", "{{ trasgressore.constructor.name }}", "{{ toString }}", "{{ trasgressore }}"])(
    "%s is nothing: only data are data",
    (modello) => {
      expect(esegui("fiorino", { r: modello })).toEqual({ ok: true, valore: {} });
    },
  );

  it.each([
    ["fiorino", "[]", "oggetto JSON"],
    ["fiorino", "non json", "oggetto JSON"],
    ["fiorino", { r: "{{ ignota(1) }}" }, "r: funzione ignota"],
    ["fiorino", { r: "x".repeat(300_000) }, "256 kB"],
    ["groovy", {}, "groovy"],
  ])("%s refuses what cannot be executed", (tipo, definizione, nominato) => {
    expect(esegui(tipo, definizione)).toMatchObject({
      ok: false,
      errore: { causa: "modello", dettaglio: expect.stringContaining(nominato) },
    });
  });
});

describe("FreeMarker as forms use it", () => {
  it("makes the debt of a form written for GovPay", () => {
    const modello = `<#ftl output_format="JSON">
<#-- Multe -->
<#assign request = jsonPath.read("$")>
<#assign totale = request.importo + 2>
<#assign oggetto>Verbale \${request.verbale}</#assign>
{
  "idA2A": "GEST-TRIBUTI",
  "idPendenza": "\${transactionId}",
  "causale": "\${oggetto} del \${request.data?date("yyyy-MM-dd")?string("dd/MM/yyyy")}",
  "soggettoPagatore": { "tipo": "<#if request.trasgressore.cf?length gt 11>F<#else>G</#if>",
    "identificativo": "\${jsonPath.read("$.trasgressore.cf")}",
    "anagrafica": "\${(request.nome!"Ignoto")?trim?upper_case}" },
  "importo": "\${totale}",
  "voci": [<#list request.trasgressore.indirizzi as i>{ "idVocePendenza": "\${i_index + 1}", "importo": \${totale / 2}, "descrizione": "\${i.via}" }<#if i_has_next>, </#if></#list>]
}`;
    expect(esegui("freemarker", base64(modello))).toEqual({
      ok: true,
      valore: {
        ...{ idA2A: "GEST-TRIBUTI", idPendenza: CONTESTO.transactionId, causale: "Verbale V/1 del 31/12/2026", importo: 14.5 },
        soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "MARIO" },
        voci: [
          { idVocePendenza: "1", importo: 7.25, descrizione: "Roma" },
          { idVocePendenza: "2", importo: 7.25, descrizione: "Po" },
        ],
      },
    });
  });

  it.each([
    ["${request.verbale}", "V/1"],
    ["${jsonPath.read('$.trasgressore.indirizzi[1].via')}", "Po"],
    ["${jsonPath.read('$[\\'trasgressore\\'].cf')?substring(0, 3)?lower_case}", "rss"],
    ["${pathParams['idDominio']} ${queryParams.idUnitaOperativa!} ${dominio.ragioneSociale}", "01234567897 PM Comune di Prova"],
    ["${.now?string('yyyyMMddHHmmssSSS')}", "20261126003015007"],
    ["${request.mancante!'altro'}", "altro"],
    ["${request.mancante!}", ""],
    ["${(request.a.b.c)!'altro'}", "altro"],
    ["${request.mancante???then('si', 'no')}", "no"],
    ["${request.nullo?has_content?c}", "false"],
    ["${request.flag?string('si', 'no')}", "si"],
    ["${request.importo?string('0.00')}", "12.50"],
    ["${0.1 + 0.2}", "0.3"],
    ["${(2 + 3) * 4 - 10 / 5 % 2}", "20"],
    ["${(!false && (1 < 2) || false)?c}", "true"],
    ["${[1, 2, 3]?join('-')}", "1-2-3"],
    ["${'a,b,c'?split(',')[1]}", "b"],
    ["${request.trasgressore.indirizzi?size}", "2"],
    ["${'x'?left_pad(3, '0')}", "00x"],
    ["${'31/12/2026'?date('dd/MM/yyyy')?string('yyyy-MM-dd')}", "2026-12-31"],
  ])("%s gives %j", (espressione, atteso) => {
    expect(free(espressione)).toBe(atteso);
  });

  it.each([
    ["${request.mancante}", "manca un valore"],
    ["${request.trasgressore}", "non ha un testo"],
    ["${'x'?eval}", "?eval non si esegue"],
    ["${'java.lang.Runtime'?new()}", "?new non si esegue"],
    ["${request?api.getClass()}", "?api non si esegue"],
    ["${class['java.lang.Runtime']}", "manca un valore"],
    ["${jsonPath.read('$..*')}", "non previsto"],
    ["${request.nome()}", "non è una funzione"],
    ["${'a'?replace('a', 'b', 'r')}", "espressioni regolari"],
    ["<#include 'x'>", "#include> non si esegue"],
    ["<#macro x></#macro>", "#macro> non si esegue"],
    ["<#if true>", "manca"],
    ["</#if>", "non è al suo posto"],
    ["${1 +}", "incompleta"],
    ["${'abc'", "atteso }"],
    ["${1 / 0}", "divisione per zero"],
    ["${'2026'?date('dd/MM/yyyy')}", "non è una data"],
  ])("%s is refused", (espressione, nominato) => {
    expect(free(espressione)).toMatchObject({ causa: "modello", dettaglio: expect.stringContaining(nominato) });
  });

  it("says when the result is not JSON", () => {
    expect(esegui("freemarker", '{"a": 1')).toEqual({
      ok: false,
      errore: { causa: "risultato", dettaglio: "il modello non produce JSON" },
    });
  });

  it("whatever a person writes stays one value of the debt", () => {
    const modello = '{"nome": "${request.nome}", "doppio": "${request.nome?json_string}", "importo": 10, "causale": "${request.nome} x"}';
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constant('x", "importo": 1, "y": "')), (nome) => {
        expect(esegui("freemarker", modello, { nome })).toEqual({
          ok: true,
          valore: { nome, doppio: nome, importo: 10, causale: `${nome} x` },
        });
      }),
      { numRuns: 40 },
    );
    expect(esegui("freemarker", '{"importo": ${request.n}}', { n: '1, "altro": 2' })).toMatchObject({ ok: false });
    expect(esegui("freemarker", '{"importo": ${request.n}}', { n: 5 })).toEqual({ ok: true, valore: { importo: 5 } });
  });

  it.each([
    ["lists in lists", `${"<#list l as a>".repeat(4)}x${"</#list>".repeat(4)}`],
    ["a text that doubles", `<#assign s = "${"x".repeat(60_000)}">${"<#list l as a><#assign t = s + ''></#list>".repeat(30)}`],
    ["deep parentheses", `\${${"(".repeat(5_000)}1${")".repeat(5_000)}}`],
    ["a long sum", `\${1${" + 1".repeat(20_000)}}`],
    ["negations", `\${${"!".repeat(20_000)}true}`],
    ["defaults of defaults", `\${a${"!a".repeat(20_000)}}`],
    ["conditions in conditions", `${"<#if true>".repeat(5_000)}x${"</#if>".repeat(5_000)}`],
    ["places everywhere", "${x".repeat(60_000)],
    ["quotes never closed", `\${"${"\\".repeat(100_000)}`],
    ["a long result", `<#list l as a>${"x".repeat(1_000)}</#list>`],
  ])("%s end soon, with a sentence", async (_caso, corpo) => {
    const l = Array.from({ length: 1_000 }, (_, i) => i);
    const esito = await ends(() => esegui("freemarker", `<#assign l = request.l>${corpo}`, { l }));
    expect(esito).toMatchObject({ ok: false, errore: { dettaglio: expect.any(String) } });
  });
});
