/** A document bucket for the benchmark that holds one cash journal of any size: its bytes are computed where they are asked for and never stored. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildGiornaleOpi } from "../local/sandbox/tesoriere/opi.ts";
import { COMUNE, IBAN_COMUNE } from "../tests/sostegno/anagrafica.ts";

/** Stands for the number of a movement, which has as many digits: every movement of the journal has the same length. */
const SEGNAPOSTO = 987_654_321;
const PRIMO = 100_000_000;
const GIORNO = "2026-03-03";

const voce = {
  ...{ numero: SEGNAPOSTO, idDominio: COMUNE, iban: IBAN_COMUNE, giorno: GIORNO, dataValuta: "2026-03-04", importo: 123_456n },
  ...{ causale: `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-${SEGNAPOSTO}`, trn: `TRN${SEGNAPOSTO}`, endToEndId: `E2E-${SEGNAPOSTO}` },
  ...{ idFlusso: "", ordinante: { nome: "PSP DELLE PROVE", bic: "PROVITRRXXX", codiceFiscale: "01111111111" } },
};
const conto = { iban: IBAN_COMUNE, giorno: GIORNO, saldoIniziale: 0n, entrate: 0n, saldoFinale: 0n, movimenti: [voce] };
const ente = { idDominio: COMUNE, ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" };

export interface GiornaleFinto {
  readonly url: string;
  readonly byte: number;
  close(): void;
}

/** `righe` movements, all different. */
export const startGiornaleFinto = async (righe: number): Promise<GiornaleFinto> => {
  const testo = buildGiornaleOpi({ ente, giorno: GIORNO, creatoIl: "2026-03-03T18:00:00.000Z", conti: [conto] }, "1.8", () => "");
  const trovato = /<movimento_conto_evidenza>.*<\/movimento_conto_evidenza>/s.exec(testo);
  if (!trovato) throw new Error("giornale senza movimenti");
  const [modello] = trovato;
  const testa = Buffer.from(testo.slice(0, trovato.index));
  const coda = Buffer.from(testo.slice(trovato.index + modello.length));
  const lunghezza = Buffer.byteLength(modello);
  const fineRighe = testa.length + righe * lunghezza;
  const byte = fineRighe + coda.length;
  const movimento = (n: number): Buffer => Buffer.from(modello.replaceAll(String(SEGNAPOSTO), String(PRIMO + n)));

  const tratto = (da: number, a: number): Buffer => {
    const prima = Math.max(0, Math.floor((da - testa.length) / lunghezza));
    const ultima = Math.min(righe, Math.ceil((a + 1 - testa.length) / lunghezza));
    const pezzi = Array.from({ length: Math.max(0, ultima - prima) }, (_, i) => movimento(prima + i));
    const inizio = prima === 0 ? 0 : testa.length + prima * lunghezza;
    return Buffer.concat([...(prima === 0 ? [testa] : []), ...pezzi, ...(ultima === righe ? [coda] : [])]).subarray(
      da - inizio,
      a + 1 - inizio,
    );
  };

  const server = createServer((richiesta, risposta) => {
    richiesta.resume();
    if (richiesta.method === "HEAD") return void risposta.writeHead(200, { "content-length": byte }).end();
    const [, da = "0", a = "0"] = /bytes=(\d+)-(\d+)/.exec(richiesta.headers.range ?? "") ?? [];
    if (Number(da) >= byte) return void risposta.writeHead(416).end();
    return void risposta.writeHead(206).end(tratto(Number(da), Math.min(Number(a), byte - 1)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, byte, close: () => void server.close() };
};
