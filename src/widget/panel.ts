export interface PanelOptions {
  /** A `dialog` over the page, or a `section` in its flow. */
  readonly panel: HTMLElement;
  readonly onEscape: () => void;
  readonly onClose: () => void;
}

export interface Panel {
  /** True when it was closed. */
  readonly open: () => boolean;
  readonly close: () => void;
}

/** Where the chat fills the window, so that what is behind it must not get the focus. As in `chat.css`. */
const filling = '(max-width: 480px), (max-height: 480px)';

/** Opens and closes the dialog: in a corner of a large window, over all of a small one. */
export function createPanel({ panel, onEscape, onClose }: PanelOptions): Panel {
  // The page sees the element as the target, not its field: shortcuts of the page would take what is written for theirs.
  for (const type of ['keydown', 'keypress', 'keyup']) panel.addEventListener(type, (event) => event.stopPropagation());
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    onEscape();
  });
  if (!(panel instanceof HTMLDialogElement)) return { open: () => false, close: () => undefined };
  const small = matchMedia(filling);
  let isOpen = false;
  small.addEventListener('change', () => {
    if (!isOpen) return;
    const focused = activeIn(panel);
    hide(panel);
    show(panel, small.matches);
    focused?.focus();
  });
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    onEscape();
  });
  panel.addEventListener('close', () => {
    // The back gesture of a telephone closes a dialog without asking.
    if (isOpen && !isShown(panel)) finish();
  });
  const finish = (): void => {
    isOpen = false;
    onClose();
  };
  return {
    open: () => {
      if (isOpen) return false;
      isOpen = true;
      show(panel, small.matches);
      return true;
    },
    close: () => {
      if (!isOpen) return;
      hide(panel);
      finish();
    },
  };
}

function show(dialog: HTMLDialogElement, modal: boolean): void {
  // Chromium tells screen readers that every dialog in the top layer is modal, so that the page would be out of reach.
  dialog.ariaModal = String(modal);
  if (modal) {
    dialog.removeAttribute('popover');
    dialog.showModal();
    return;
  }
  // The top layer, without making the page inert: it can still be read beside the chat.
  dialog.popover = 'manual';
  dialog.showPopover();
}

function hide(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  else if (isShown(dialog)) dialog.hidePopover();
}

function isShown(dialog: HTMLDialogElement): boolean {
  return dialog.open || dialog.matches(':popover-open');
}

function activeIn(panel: HTMLElement): HTMLElement | null {
  const root = panel.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  return active instanceof HTMLElement ? active : null;
}
