/** Our reader against the official schema: what one accepts the other accepts, what one refuses the other refuses, for a table of mutations of each request. */
import { describe, expect, it } from "vitest";
import type { NomePrimitiva } from "../../../shared/domain/pagamenti/messaggi-nodo.ts";
import { openBusta } from "../../../shared/runtime/soap/envelope.ts";
import { readRichiesta } from "../../../shared/runtime/soap/pa-for-node-parse.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV1, consegnaV2, verifica } from "./messaggi.ts";
import { MUTAZIONI } from "./mutazioni.ts";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "./oracle.ts";
import { BOLLO_AUTO, richiesta } from "./servizi.ts";

const RICHIESTE: readonly (readonly [NomePrimitiva, string])[] = [
  ["paVerifyPaymentNotice", verifica()],
  ["paGetPayment", attivazioneV1()],
  ["paGetPaymentV2", attivazioneV2()],
  ["paSendRT", consegnaV1()],
  ["paSendRTV2", consegnaV2()],
  ["paDemandPaymentNotice", richiesta("00001", BOLLO_AUTO())],
];

function isAccettata(primitiva: NomePrimitiva, corpo: string): boolean {
  const radice = openBusta(busta(corpo), 256);
  return radice.ok && readRichiesta(primitiva, radice.valore).ok;
}

describe("reading of requests", () => {
  it.each(RICHIESTE)("%s is accepted when complete", (primitiva, corpo) => {
    expect(isAccettata(primitiva, corpo)).toBe(true);
  });

  it.each(MUTAZIONI)("$nome: $esito", ({ muta, esito }) => {
    const mutate = RICHIESTE.map(([primitiva, corpo]) => ({ primitiva, prima: corpo, dopo: muta(corpo) })).filter(
      ({ prima, dopo }) => prima !== dopo,
    );
    expect(mutate.length).toBeGreaterThan(0);
    for (const { primitiva, dopo } of mutate)
      expect({ primitiva, esito: isAccettata(primitiva, dopo) ? "accettata" : "rifiutata" }).toEqual({ primitiva, esito });
  });
});

if (hasSchemiUfficiali) {
  const oracolo = openOracolo();

  describe("the official schema agrees", () => {
    it.each(RICHIESTE)("on the complete %s", (_primitiva, corpo) => {
      expect(oracolo(corpoDi(busta(corpo)))).toBeUndefined();
    });

    it.each(MUTAZIONI.filter(({ soloNostra }) => !soloNostra))("on $nome", ({ muta, esito }) => {
      for (const [primitiva, corpo] of RICHIESTE) {
        const dopo = muta(corpo);
        if (dopo !== corpo)
          expect({ primitiva, esito: oracolo(corpoDi(busta(dopo))) === undefined ? "accettata" : "rifiutata" }).toEqual({
            primitiva,
            esito,
          });
      }
    });
  });
}
