import type {Picture} from './picture.js';

export const canShowVideo = (): boolean => typeof document !== 'undefined' && document.pictureInPictureEnabled === true;

/** Only the partner's picture, where the browser has no more than that. Called within a press. */
export const openVideoPicture = async (video: HTMLVideoElement, closed: () => void): Promise<Picture> => {
  await video.requestPictureInPicture();
  video.addEventListener('leavepictureinpicture', closed, {once: true});
  return {
    close: () => {
      if (document.pictureInPictureElement) document.exitPictureInPicture().catch(() => undefined);
    },
  };
};
