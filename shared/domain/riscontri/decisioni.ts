/** What persons decided comes before anything that is computed, and stays even when the evidence turns against it: then it is reported, not undone. */
import { normalizeIdFlusso } from "../valori/causale.ts";
import { type Banco, chiaveTrasferimento, euro, flussoDi, importoEffettivo, minimo, restaDelFlusso, segnala } from "./banco.ts";
import type { MovimentoProva, OggettoCollegato, Regola } from "./evidenze.ts";
import { type FlussoInVigore, oggettoDi } from "./in-vigore.ts";
import { fraseDi, motivo } from "./motivi.ts";

type Conferma = Extract<Regola, { decisione: "CONFERMA" }>;

const MOTIVI = [motivo("DECISIONE")];

const findFlusso = (banco: Banco, oggetto: OggettoCollegato): FlussoInVigore | undefined => {
  if (oggetto.tipo === "TRASFERIMENTO") return flussoDi(banco, oggetto);
  const id = normalizeIdFlusso(oggetto.idFlusso);
  return banco.flussi.find(({ idNormalizzato, psp }) => idNormalizzato === id && psp.includes(oggetto.idPsp));
};

/** Cents still due to what a person chose; undefined when it is not among the evidence: then the person is believed. */
const dovutoA = (banco: Banco, oggetto: OggettoCollegato, flusso: FlussoInVigore | undefined): bigint | undefined =>
  oggetto.tipo === "TRASFERIMENTO" ? banco.restaTrasferimento.get(chiaveTrasferimento(oggetto)) : flusso && restaDelFlusso(banco, flusso);

const paga = (banco: Banco, oggetto: OggettoCollegato, flusso: FlussoInVigore | undefined, importo: bigint): void => {
  const dovuto = oggetto.tipo === "TRASFERIMENTO" ? banco.restaTrasferimento.get(chiaveTrasferimento(oggetto)) : undefined;
  if (oggetto.tipo === "TRASFERIMENTO" && dovuto !== undefined)
    banco.restaTrasferimento.set(chiaveTrasferimento(oggetto), dovuto - importo);
  if (flusso) banco.restaFlusso.set(flusso.chiave, restaDelFlusso(banco, flusso) - minimo(importo, restaDelFlusso(banco, flusso)));
};

/** @returns confirmed cents for which there is no place any more. */
function conferma(banco: Banco, movimento: MovimentoProva, regola: Conferma, resto: Map<string, bigint>): bigint {
  let mancano = 0n;
  for (const { oggetto, importo } of regola.oggetti) {
    const flusso = findFlusso(banco, oggetto);
    const possibile = minimo(minimo(importo, dovutoA(banco, oggetto, flusso) ?? importo), resto.get(movimento.id) ?? 0n);
    if (regola.accettaDifferenza && flusso) banco.accettati.add(flusso.chiave);
    mancano += importo - possibile;
    if (possibile === 0n) continue;
    banco.collegamenti.push({
      idDominio: movimento.idDominio,
      idMovimento: movimento.id,
      oggetto,
      ...(oggetto.tipo === "TRASFERIMENTO" && flusso && { flusso: oggettoDi(flusso) }),
      importo: possibile,
      origine: "CONFERMATO",
      idRegola: regola.id,
      fiducia: 100,
      motivi: MOTIVI,
      frase: fraseDi(MOTIVI),
    });
    resto.set(movimento.id, (resto.get(movimento.id) ?? 0n) - possibile);
    paga(banco, oggetto, flusso, possibile);
  }
  return mancano;
}

const segnalaContrasto = (banco: Banco, movimento: MovimentoProva, mancano: bigint): void => {
  const perche = mancano > 0n ? `${euro(mancano)} euro non hanno più posto` : "il movimento è stato stornato";
  segnala(banco, movimento, {
    codice: "REGOLA_CONTRADDETTA",
    ...(mancano > 0n && { importo: mancano }),
    frase: `Un abbinamento confermato da una persona resta com'era, ma ${perche}.`,
  });
};

/** Applied in order of id, up to what the movement had before any reversal: who confirmed must be told, not overruled. */
export function applyDecisioni(banco: Banco): void {
  const movimenti = new Map(banco.movimenti.map((movimento) => [movimento.id, movimento]));
  const resto = new Map(banco.movimenti.map(({ id, importo }) => [id, importo]));
  for (const { decisione, idMovimento } of banco.regole) if (decisione === "NON_PAGOPA") banco.esclusi.add(idMovimento);
  for (const regola of banco.regole) {
    const movimento = movimenti.get(regola.idMovimento);
    if (!movimento || regola.decisione !== "CONFERMA") continue;
    const mancano = conferma(banco, movimento, regola, resto);
    const speso = movimento.importo - (resto.get(movimento.id) ?? 0n);
    const effettivo = importoEffettivo(movimento);
    banco.restaMovimento.set(movimento.id, effettivo > speso ? effettivo - speso : 0n);
    if (mancano > 0n || effettivo < speso || movimento.stato === "STORNATO") segnalaContrasto(banco, movimento, mancano);
  }
}
