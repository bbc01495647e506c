/** Mapping profiles and previews on the wire: amounts are euro there, cents inside. */
import type * as z from "zod";
import type { NuovoProfiloLettura, previewProfiloLettura } from "../../contracts/riconciliazione/profili-lettura.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Anteprima, RichiestaAnteprima, RigaInAnteprima } from "../../domain/tesoreria/profili/anteprima.ts";
import type { ProfiloLettura, ProfiloVisto, RegoleLettura } from "../../domain/tesoreria/profili/profilo.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

export const toProfiloLettura = (
  { idDominio, nome }: { readonly idDominio: string; readonly nome: string },
  corpo: z.output<typeof NuovoProfiloLettura>,
): ProfiloLettura => ({ versione: 0, idDominio, nome, ...corpo });

const presentRegole = ({ colonne, importo, formatiData, righeDaIgnorare, ...regole }: RegoleLettura) => ({
  ...regole,
  colonne: { ...colonne, testo: [...colonne.testo] },
  importo: importo.tipo === "SEGNO_A_PARTE" ? { ...importo, entrata: [...importo.entrata], uscita: [...importo.uscita] } : importo,
  formatiData: [...formatiData],
  righeDaIgnorare: [...righeDaIgnorare],
});

export const presentProfiloLettura = ({ profilo: { idDominio, nome, descrizione, abilitato, regole }, predefinito }: ProfiloVisto) => ({
  ...{ idDominio, nome, predefinito },
  ...definiti({ descrizione }),
  abilitato,
  regole: presentRegole(regole),
});

export const toRichiestaAnteprima = ({
  idDominio,
  contenuto,
  profilo,
  regole,
}: z.output<(typeof previewProfiloLettura)["body"]>): RichiestaAnteprima => ({
  idDominio,
  byte: Buffer.from(contenuto, "base64"),
  ...definiti({ profilo, regole }),
});

const presentRiga = ({
  riga: { importo, operazione: _, documento: __, progressivoDocumento: ___, ...riga },
  corrispondenza,
}: RigaInAnteprima) => ({
  ...riga,
  importo: toNumeroJson(importo),
  corrispondenza,
});

export const presentAnteprima = (anteprima: Anteprima) => {
  const { tipoFile, profilo, indovinato, regole, conto, righeLette, righeScartate, rifiuto } = anteprima;
  return {
    ...{ tipoFile, formato: regole.formato, indovinato, righeLette, righeScartate },
    ...definiti({ profilo, conto, rifiuto }),
    regole: presentRegole(regole),
    totaleEntrate: toNumeroJson(anteprima.totaleEntrate),
    totaleUscite: toNumeroJson(anteprima.totaleUscite),
    righe: anteprima.righe.map(presentRiga),
    scarti: [...anteprima.scarti],
    totaliErrati: anteprima.totaliErrati.map(({ nome, dichiarato, calcolato }) => ({
      nome,
      dichiarato: toNumeroJson(dichiarato),
      calcolato: toNumeroJson(calcolato),
    })),
    segnalazioni: [...anteprima.segnalazioni],
  };
};
