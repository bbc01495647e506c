/** What could explain a movement that nothing explains for certain: hypotheses ranked by named reasons, for a person to accept or refuse. */
import { type Lettura, motiviChiave, motiviContorno } from "./abbina-flussi.ts";
import { assoluto, type Banco, euro, isInFinestra, isLibero, isRifiutato, restaDelFlusso, restaDi } from "./banco.ts";
import type { Proposta } from "./esiti.ts";
import type { MovimentoProva } from "./evidenze.ts";
import { confronta, type FlussoInVigore, oggettoDi } from "./in-vigore.ts";
import { fiduciaDi, fraseDi, type Motivo, motivo } from "./motivi.ts";
import { findSomma } from "./sottoinsiemi.ts";
import { hasChiavi } from "./storni.ts";

/** More would be a list to search, not a choice. */
const MASSIME = 5;

interface Ipotesi {
  readonly flussi: readonly FlussoInVigore[];
  readonly motivi: readonly Motivo[];
}

const motivoImporto = (banco: Banco, differenza: bigint, quanti: number): Motivo => {
  if (differenza === 0n) return quanti > 1 ? motivo("SOMMA_FLUSSI", quanti) : motivo("IMPORTO");
  if (assoluto(differenza) <= banco.impostazioni.tolleranza) return motivo("TOLLERANZA", euro(assoluto(differenza)));
  return differenza < 0n ? motivo("PARTE", euro(-differenza)) : motivo("DIVERSO", euro(differenza));
};

const sommaResti = (banco: Banco, flussi: readonly FlussoInVigore[]): bigint =>
  flussi.reduce((somma, flusso) => somma + restaDelFlusso(banco, flusso), 0n);

const incoerente = (flussi: readonly FlussoInVigore[]): readonly Motivo[] =>
  flussi.some(({ flusso }) => flusso.stato === "ANOMALO") ? [motivo("INCOERENTE")] : [];

/** All that the text names for certain, together; each flow that it may name; and the sums of those. */
const ipotesiNominate = (banco: Banco, lettura: Lettura): readonly Ipotesi[] => {
  const { movimento, nominati } = lettura;
  const resta = restaDi(banco, movimento);
  const aperti = (flussi: readonly FlussoInVigore[]) => flussi.filter((flusso) => restaDelFlusso(banco, flusso) > 0n);
  const certi = aperti(nominati.certi);
  const insieme = (flussi: readonly FlussoInVigore[]): readonly Ipotesi[] => {
    const [primo] = flussi;
    if (!primo) return [];
    const differenza = resta - sommaResti(banco, flussi);
    const quanto =
      differenza > 0n && nominati.ignoti.length > 0
        ? motivo("RESTO_SENZA_FLUSSO", euro(differenza))
        : motivoImporto(banco, differenza, flussi.length);
    const contorno = flussi.length === 1 ? motiviContorno(banco, movimento, primo) : [];
    return [{ flussi, motivi: [...motiviChiave(lettura, primo), quanto, ...contorno, ...incoerente(flussi)] }];
  };
  const possibili = aperti([...new Set(nominati.incerti.flatMap(({ candidati }) => candidati))]);
  const sommati = findSomma(resta, [], possibili, (flusso) => restaDelFlusso(banco, flusso));
  const somme = sommati && sommati !== "molte" && sommati.addendi.length > 1 ? insieme(sommati.addendi) : [];
  return [
    ...insieme(certi),
    ...(certi.length > 1 ? certi.flatMap((flusso) => insieme([flusso])) : []),
    ...possibili.flatMap((f) => insieme([f])),
    ...somme,
  ];
};

const toProposta = (banco: Banco, movimento: MovimentoProva, { flussi, motivi }: Ipotesi): Proposta => {
  let resta = restaDi(banco, movimento);
  const oggetti = flussi.flatMap((flusso) => {
    const importo = restaDelFlusso(banco, flusso) < resta ? restaDelFlusso(banco, flusso) : resta;
    resta -= importo;
    return importo > 0n ? [{ oggetto: oggettoDi(flusso), importo }] : [];
  });
  return {
    idDominio: movimento.idDominio,
    idMovimento: movimento.id,
    chiave: flussi.map(({ chiave }) => chiave).join("+"),
    oggetti,
    fiducia: fiduciaDi(motivi),
    motivi,
    frase: fraseDi(motivi),
  };
};

const peso = (proposta: Proposta, altra: Proposta): number => altra.fiducia - proposta.fiducia || confronta(proposta.chiave, altra.chiave);

/** Equal hypotheses lower each other. */
const classifica = (proposte: readonly Proposta[]): readonly Proposta[] => {
  const uniche = [...new Map(proposte.filter(({ oggetti }) => oggetti.length > 0).map((p) => [p.chiave, p])).values()];
  const pesate = uniche.map((proposta): Proposta => {
    const pari = uniche.filter(({ fiducia }) => fiducia === proposta.fiducia).length - 1;
    if (pari === 0) return proposta;
    const motivi = [...proposta.motivi, motivo("CONCORRENTI", pari)];
    return { ...proposta, motivi, fiducia: fiduciaDi(motivi), frase: fraseDi(motivi) };
  });
  return pesate.sort(peso).slice(0, MASSIME);
};

export function proponiNominati(banco: Banco, letture: readonly Lettura[]): void {
  for (const lettura of letture) {
    const { movimento } = lettura;
    if (isLibero(banco, movimento))
      banco.proposte.push(...classifica(ipotesiNominate(banco, lettura).map((ipotesi) => toProposta(banco, movimento, ipotesi))));
  }
}

/** A flow whose amount and day are those of a movement that names nothing known. */
export interface Possibile {
  readonly flusso: FlussoInVigore;
  /** Cents still due to it. */
  readonly resta: bigint;
}

/** @param possibili with the amount of the movement. */
export function proponiPossibili(banco: Banco, movimento: MovimentoProva, possibili: readonly Possibile[]): readonly Proposta[] {
  const proposte = possibili
    .filter(({ flusso }) => isInFinestra(banco, movimento, flusso.flusso) && !isRifiutato(banco, movimento, flusso))
    .map(({ flusso, resta }): Proposta => {
      const nome = hasChiavi(movimento) ? [motivo("NOME_DIVERSO")] : [];
      const motivi = [motivo("IMPORTO"), ...motiviContorno(banco, movimento, flusso), ...incoerente([flusso]), ...nome];
      return {
        idDominio: movimento.idDominio,
        idMovimento: movimento.id,
        chiave: flusso.chiave,
        oggetti: [{ oggetto: oggettoDi(flusso), importo: resta }],
        fiducia: fiduciaDi(motivi),
        motivi,
        frase: fraseDi(motivi),
      };
    });
  return classifica(proposte);
}
