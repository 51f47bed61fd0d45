/** What the method cites, numbered from 1. */
export const references: readonly string[] = [
  'Y. Zhang, H. Cai. Robustness augmentation of deep learning model based on pixel change. Journal of Software Engineering and Applications 14, 2021. doi:10.4236/jsea.2021.144008',
  'J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw. Parallel random numbers: as easy as 1, 2, 3. SC 2011. doi:10.1145/2063384.2063405',
  'C. J. Clopper, E. S. Pearson. The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26, 1934. doi:10.1093/biomet/26.4.404',
  'Q. McNemar. Note on the sampling error of the difference between correlated proportions or percentages. Psychometrika 12, 1947. doi:10.1007/BF02295996',
  'S. Holm. A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 1979.',
  'I. J. Goodfellow, J. Shlens, C. Szegedy. Explaining and harnessing adversarial examples. ICLR 2015. arXiv:1412.6572',
  'A. Madry, A. Makelov, L. Schmidt, D. Tsipras, A. Vladu. Towards deep learning models resistant to adversarial attacks. ICLR 2018. arXiv:1706.06083',
  'J. Su, D. V. Vargas, K. Sakurai. One pixel attack for fooling deep neural networks. IEEE Transactions on Evolutionary Computation 23, 2019. doi:10.1109/TEVC.2019.2890858',
];
