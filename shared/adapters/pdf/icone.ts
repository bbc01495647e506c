/** The small drawings of the notice. They are ours: the guidelines' own assets and the pagoPA trade mark are not shipped. */
import { COLORI, PAGINA } from "./foglio.ts";

type Documento = PDFKit.PDFDocument;

export const iconaInformazione = (doc: Documento, x: number, y: number): void => {
  doc.lineWidth(0.9).strokeColor(COLORI.nero).fillColor(COLORI.nero);
  doc.circle(x + 6, y + 6, 5.5).stroke();
  doc.circle(x + 6, y + 3.4, 0.8).fill();
  doc.rect(x + 5.3, y + 5.2, 1.4, 4).fill();
};

export const iconaTelefono = (doc: Documento, x: number, y: number): void => {
  doc.lineWidth(1).strokeColor(COLORI.nero).fillColor(COLORI.nero);
  doc.roundedRect(x + 3, y, 11, 19, 2).stroke();
  doc
    .moveTo(x + 6.5, y + 2.4)
    .lineTo(x + 10.5, y + 2.4)
    .stroke();
  doc.circle(x + 8.5, y + 16.2, 0.9).fill();
};

export const iconaNegozio = (doc: Documento, x: number, y: number): void => {
  doc.lineWidth(1).lineJoin("round").strokeColor(COLORI.nero);
  doc
    .moveTo(x + 2.5, y + 1)
    .lineTo(x + 14.5, y + 1)
    .lineTo(x + 17, y + 6.5)
    .lineTo(x, y + 6.5)
    .closePath()
    .stroke();
  doc
    .moveTo(x + 1.8, y + 6.5)
    .lineTo(x + 1.8, y + 17)
    .lineTo(x + 15.2, y + 17)
    .lineTo(x + 15.2, y + 6.5)
    .stroke();
  doc.rect(x + 4.5, y + 9.5, 4, 7.5).stroke();
  doc.rect(x + 10.5, y + 9.5, 2.6, 3.2).stroke();
};

/** The dashed line along which the payment data are torn off, with its scissors. */
export const lineaDiTaglio = (doc: Documento, y: number): void => {
  const x = PAGINA.margine;
  doc.lineWidth(0.7).strokeColor(COLORI.grigio).dash(3, { space: 2.5 });
  doc
    .moveTo(x + 16, y)
    .lineTo(PAGINA.larghezza, y)
    .stroke();
  doc.undash().lineWidth(0.9);
  doc.circle(x + 2, y - 2.6, 1.8).stroke();
  doc.circle(x + 2, y + 2.6, 1.8).stroke();
  doc
    .moveTo(x + 3.5, y - 1.7)
    .lineTo(x + 12, y + 3)
    .stroke();
  doc
    .moveTo(x + 3.5, y + 1.7)
    .lineTo(x + 12, y - 3)
    .stroke();
};

/** The name of the platform set as a wordmark: who pays recognises where the notice can be paid. */
export const marchioPagoPa = (doc: Documento, x: number, y: number): void => {
  const corpo = 17;
  doc.font("forte", corpo).fillColor(COLORI.blu);
  const larghezzaPago = doc.widthOfString("pago");
  doc.text("pago", x, y + 15.5, { lineBreak: false, baseline: "alphabetic" });
  doc.roundedRect(x + larghezzaPago + 2, y, 25, 21, 3).fill(COLORI.blu);
  doc.fillColor(COLORI.bianco).text("PA", x + larghezzaPago + 5, y + 15.5, { lineBreak: false, baseline: "alphabetic" });
};
